using Mailroom.Core.Intake;
using Mailroom.Support;

namespace Mailroom.Core.Tests.Laws;

/// <summary>One rule, one file, one test, one row in each README: one name everywhere.</summary>
public sealed class IntakeRuleLawTests
{
    public static TheoryData<string> Rules() => [.. IntakeRules.Names];

    [Fact]
    public void Every_rule_that_is_written_is_in_the_order()
    {
        var files = Directory.EnumerateFiles(RepoRoot.At("src", "Core", "Intake", "Rules"), "*.cs").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(files.Order(), IntakeRules.Names.Order());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_its_tests(string rule)
    {
        Assert.Contains(typeof(IntakeRuleLawTests).Assembly.GetTypes(), t => t.Name == rule + "Tests");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_its_row_in_both_readmes(string rule)
    {
        Assert.All(
            ["README.md", "README.zh-CN.md"],
            readme => Assert.Contains($"`{rule}`", File.ReadAllText(RepoRoot.At(readme)), StringComparison.Ordinal));
    }
}
