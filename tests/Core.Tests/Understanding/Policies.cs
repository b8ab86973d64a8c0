using Mailroom.Core.Policy;
using Mailroom.Core.Understanding;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Support;

namespace Mailroom.Core.Tests.Understanding;

/// <summary>The policy that the product comes with, and short ways to read a mail by it.</summary>
internal static class Policies
{
    public static SupportPolicy Shipped { get; } = PolicyReader.Read(RepoRoot.At("src", "Functions", "Policy", "policy.yaml"));

    public static MailUnderstanding Read(string body, string subject = "") =>
        Understander.Read(new MailText("li.lei@customer.example", subject, body), Shipped);
}
