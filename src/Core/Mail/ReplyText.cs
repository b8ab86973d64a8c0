namespace Mailroom.Core.Mail;

/// <summary>Takes quotes and signatures off a body.</summary>
public static class ReplyText
{
    /// <summary>What this person wrote. Never empty when the body has a word of theirs; the whole body when unsure.</summary>
    public static string Visible(string body) => throw new NotSupportedException();
}
