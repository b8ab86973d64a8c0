using Mailroom.Core.Intake.Rules;

namespace Mailroom.Core.Intake;

/// <summary>The order in which a mail is judged: the first rule with an answer decides.</summary>
public static class IntakeRules
{
    private static readonly IReadOnlyList<IIntakeRule> Order =
    [
        new OwnMail(),
        new DuplicateMail(),
        new BouncedMail(),
        new MachineReport(),
        new AutomaticReply(),
        new Newsletter(),
        new FollowToken(),
        new FollowReferences(),
        new FollowSubject(),
        new NewTicket(),
    ];

    /// <summary>The names of the rules in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Order.Select(r => r.Name)];

    /// <summary>Judges one mail.</summary>
    public static IntakeDecision Decide(IntakeFacts facts) =>
        Order.Select(r => r.Judge(facts)).OfType<IntakeDecision>().First();
}
