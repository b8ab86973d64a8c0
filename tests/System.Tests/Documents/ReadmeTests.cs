using System.Text.Json;
using System.Text.RegularExpressions;
using Mailroom.Core.Intake;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Support;

namespace Mailroom.SystemTests.Documents;

/// <summary>The READMEs name what there is: no setting, rule or ending more or less.</summary>
public sealed partial class ReadmeTests
{
    public static TheoryData<string, string> SettingsChapters => new()
    {
        { "README.md", "Settings" },
        { "README.zh-CN.md", "设置" },
    };

    public static TheoryData<string, string> RulesChapters => new()
    {
        { "README.md", "What becomes of a mail" },
        { "README.zh-CN.md", "一封信会怎样" },
    };

    [Theory]
    [MemberData(nameof(SettingsChapters))]
    public void The_table_of_settings_names_exactly_the_settings_of_the_example_file(string file, string chapter)
    {
        using var example = JsonDocument.Parse(File.ReadAllBytes(RepoRoot.At("local.settings.example.json")));
        var settings = example.RootElement.GetProperty("Values").EnumerateObject().Select(s => s.Name);

        var rows = TableRow().Matches(Chapter(file, chapter)).Select(m => m.Groups["name"].Value);

        Assert.Equal(settings.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RulesChapters))]
    public void The_intake_rules_stand_in_their_order(string file, string chapter)
    {
        var rows = ListRow().Matches(Chapter(file, chapter)).Select(m => m.Groups["name"].Value);

        Assert.Equal(IntakeRules.Names, rows);
    }

    [Theory]
    [MemberData(nameof(RulesChapters))]
    public void Every_ending_of_a_mail_is_explained(string file, string chapter)
    {
        var endings = Enum.GetValues<MailEnding>().Select(e => e.ToText());

        var rows = TableRow().Matches(Chapter(file, chapter)).Select(m => m.Groups["name"].Value);

        Assert.Equal(endings.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("src/README.md")]
    [InlineData("src/DECISIONS.md")]
    [InlineData("tests/README.md")]
    public void Every_link_to_a_file_leads_somewhere(string file)
    {
        var folder = Path.GetDirectoryName(RepoRoot.At(file))!;

        var links = Link().Matches(File.ReadAllText(RepoRoot.At(file))).Select(m => m.Groups["to"].Value).Where(l => !l.Contains("://", StringComparison.Ordinal));

        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), link));
    }

    private static string Chapter(string file, string heading)
    {
        var text = File.ReadAllText(RepoRoot.At(file));
        var start = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{file} has no chapter \"{heading}\".");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return text[start..(end < 0 ? text.Length : end)];
    }

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^\d+\. `(?<name>\w+)`", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListRow();

    [GeneratedRegex(@"\]\((?<to>[^)#]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
