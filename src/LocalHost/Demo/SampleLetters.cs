namespace Mailroom.LocalHost.Demo;

/// <summary>The sample letters beside the program: first those that open matters, then those that answer what we wrote.</summary>
internal static class SampleLetters
{
    private const string SecondWave = "w2-";

    /// <summary>The folder.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Letters");

    /// <summary>File names in order: the letters that open matters, or those that answer.</summary>
    public static IReadOnlyList<string> Wave(bool answers) =>
        [.. Directory.EnumerateFiles(Folder, "*.eml")
            .Select(f => Path.GetFileName(f))
            .Where(name => name.StartsWith(SecondWave, StringComparison.Ordinal) == answers)
            .Order(StringComparer.Ordinal)];
}
