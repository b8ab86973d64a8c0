using Xunit;

namespace Mailroom.Support.Imap;

/// <summary>A test that needs a real IMAP server and Azurite: skipped, with the reason, where one is missing and CI is not watching.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DovecotFactAttribute : FactAttribute
{
    /// <summary>Skips where something is missing.</summary>
    public DovecotFactAttribute() => Skip = DovecotServer.WhySkipped ?? Azurite.AzuriteInstall.WhySkipped;
}
