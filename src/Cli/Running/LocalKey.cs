namespace Mailroom.Cli.Running;

/// <summary>Finds the function key, so that nobody types it on his own machine.</summary>
internal static class LocalKey
{
    private static readonly string[] Places = [".mailroom/local/function.key", ".mailroom/demo/function.key"];

    /// <summary>The key given, else that of the environment, else that of a LocalHost in this folder or above it; null when there is none.</summary>
    internal static string? Find(string? given) =>
        given ?? Environment.GetEnvironmentVariable("MAILROOM_KEY") ?? Clone.Above().SelectMany(Keys).FirstOrDefault();

    private static IEnumerable<string> Keys(DirectoryInfo folder) =>
        Places.Select(p => Path.Combine(folder.FullName, p)).Where(File.Exists).Select(p => File.ReadAllText(p).Trim());
}
