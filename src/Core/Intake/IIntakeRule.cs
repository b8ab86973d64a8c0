namespace Mailroom.Core.Intake;

/// <summary>One rule of the intake: answers for the mails that it is about, and leaves the others to the rules after it.</summary>
internal interface IIntakeRule
{
    /// <summary>The rule's name: that of its file, its test, its row in the README and its mails' ledger rows.</summary>
    string Name { get; }

    /// <summary>The decision, or null when the mail is not this rule's.</summary>
    IntakeDecision? Judge(IntakeFacts facts);
}
