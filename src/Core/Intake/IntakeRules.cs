namespace Mailroom.Core.Intake;

/// <summary>The order in which a mail is judged: the first rule with an answer decides.</summary>
public static class IntakeRules
{
    /// <summary>Judges one mail.</summary>
    public static IntakeDecision Decide(IntakeFacts facts) => throw new NotSupportedException();
}
