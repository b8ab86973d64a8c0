using System.Reflection;

namespace Mailroom.LocalHost.Settings;

/// <summary>The clone that this program was built from.</summary>
internal static class Clone
{
    /// <summary>Its root: where it was built, or above the current folder when it was moved since.</summary>
    public static string Root { get; } = Built() is { } built && IsRoot(built) ? built : AboveCurrent();

    private static string? Built() => typeof(Clone).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == "RepoRoot")?.Value is { } value ? Path.GetFullPath(value) : null;

    private static string AboveCurrent()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (IsRoot(folder.FullName))
            {
                return folder.FullName;
            }
        }

        return Environment.CurrentDirectory;
    }

    private static bool IsRoot(string folder) => File.Exists(Path.Combine(folder, "Functions.sln"));
}
