using Xunit;

namespace Mailroom.Support.Azurite;

/// <summary>A test that needs Azurite: skipped, with the reason, on a developer's machine that has no Node.js.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AzuriteFactAttribute : FactAttribute
{
    /// <summary>Skips where Azurite cannot run and CI is not watching.</summary>
    public AzuriteFactAttribute()
    {
        Skip = AzuriteInstall.WhySkipped;
    }
}
