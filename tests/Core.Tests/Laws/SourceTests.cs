using System.Text.RegularExpressions;
using Mailroom.Support;

namespace Mailroom.Core.Tests.Laws;

/// <summary>What the compiler does not check of our sources.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;

    private static readonly string[] Edges = ["LocalHost", "Cli"];

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold()
    {
        var faults = Sources().Where(f => File.ReadLines(f.Path).Count() > LongestFile).Select(f => f.Name);

        Assert.Empty(faults);
    }

    [Fact]
    public void The_clock_of_the_machine_is_read_nowhere_but_at_the_edges()
    {
        var faults = Sources()
            .Where(f => !Edges.Any(e => f.Name.StartsWith($"src/{e}/", StringComparison.Ordinal)))
            .Where(f => MachineClock().IsMatch(File.ReadAllText(f.Path)))
            .Select(f => f.Name);

        Assert.Empty(faults);
    }

    [Fact]
    public void The_sources_are_there_to_be_judged()
    {
        Assert.Contains(Sources(), f => f.Name == "src/Core/Intake/IntakeRules.cs");
    }

    private static IEnumerable<(string Path, string Name)> Sources() =>
        Directory.EnumerateFiles(RepoRoot.At("src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(RepoRoot.Folder, path).Replace('\\', '/')))
            .Where(f => !f.Name.Contains("/obj/", StringComparison.Ordinal)
                && !f.Name.Contains("/bin/", StringComparison.Ordinal)
                && !f.Name.Contains("/node_modules/", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bStopwatch\.|\bEnvironment\.TickCount|\bTimeProvider\.System\.GetUtcNow", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MachineClock();
}
