using System.Reflection;

namespace Mailroom.Support;

/// <summary>Where the clone is that these tests were built from.</summary>
public static class RepoRoot
{
    /// <summary>The folder that holds Functions.sln.</summary>
    public static string Folder { get; } = typeof(RepoRoot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(fact => fact.Key == nameof(RepoRoot)).Value!;

    /// <summary>A file or folder of the clone.</summary>
    /// <param name="parts">The way from the root.</param>
    public static string At(params string[] parts) => Path.Combine([Folder, .. parts]);
}
