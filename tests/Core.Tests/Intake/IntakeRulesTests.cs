using Mailroom.Core.Intake;
using Mailroom.Support;

namespace Mailroom.Core.Tests.Intake;

public sealed class IntakeRulesTests
{
    [Fact]
    public void The_order_is_the_approved_one()
    {
        var approved = File.ReadAllText(RepoRoot.At("tests", "Core.Tests", "Intake", "IntakeRules.order.approved.txt"));

        Assert.Equal(approved, string.Join('\n', IntakeRules.Names) + "\n");
    }
}
