namespace Mailroom.Core.Mail;

/// <summary>Tells people's mail from machines' by marks with evidence; decides nothing.</summary>
public static class AutomaticMail
{
    /// <summary>The marks of a letter.</summary>
    public static MailMarks Inspect(Letter letter, OwnMail own) => throw new NotSupportedException();
}
