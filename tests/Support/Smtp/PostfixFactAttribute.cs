using Mailroom.Support.Azurite;
using Xunit;

namespace Mailroom.Support.Smtp;

/// <summary>A test that needs a real SMTP server: skipped, with the reason, where one is missing and CI is not watching.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostfixFactAttribute : FactAttribute
{
    /// <summary>Skips where something is missing.</summary>
    public PostfixFactAttribute() => Skip = PostfixServer.WhySkipped;

    /// <summary>The test needs Azurite too.</summary>
    public bool WithStorage
    {
        get => field;
        set
        {
            field = value;
            Skip ??= value ? AzuriteInstall.WhySkipped : null;
        }
    }
}
