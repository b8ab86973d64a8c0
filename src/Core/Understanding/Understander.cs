using Mailroom.Core.Policy;

namespace Mailroom.Core.Understanding;

/// <summary>Reads what a customer wants: language, category, priority, facts, what is missing.</summary>
public static class Understander
{
    /// <summary>Understands one mail by the policy's categories. Redacts before anything else sees the text.</summary>
    public static MailUnderstanding Read(MailText mail, SupportPolicy policy) => throw new NotSupportedException();
}
