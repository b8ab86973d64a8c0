namespace Mailroom.Cli.Running;

/// <summary>The clone that the command is used in.</summary>
internal static class Clone
{
    /// <summary>The current folder and those above it, then the program's folder and those above it.</summary>
    internal static IEnumerable<DirectoryInfo> Above() => Up(Environment.CurrentDirectory).Concat(Up(AppContext.BaseDirectory));

    /// <summary>The first file of that name; null when there is none.</summary>
    internal static string? File(string name) => Above().Select(f => Path.Combine(f.FullName, name)).FirstOrDefault(System.IO.File.Exists);

    private static IEnumerable<DirectoryInfo> Up(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            yield return folder;
        }
    }
}
