using Xunit;

namespace Mailroom.Support.Smtp;

/// <summary>A test that needs a real SMTP server: skipped, with the reason, where one is missing and CI is not watching.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostfixFactAttribute : FactAttribute
{
    /// <summary>Skips where something is missing.</summary>
    /// <param name="withStorage">The test needs Azurite too.</param>
    public PostfixFactAttribute(bool withStorage = false) =>
        Skip = PostfixServer.WhySkipped ?? (withStorage ? Azurite.AzuriteInstall.WhySkipped : null);
}
