using Mailroom.Support;

namespace Mailroom.Core.Tests.Understanding;

/// <summary>A letter of <c>src/Training</c> with what it is labelled with.</summary>
internal sealed record TrainingLetter(string Place, string[] Head, string Subject, string Words, string? Facts)
{
    public static IReadOnlyList<TrainingLetter> Learnt { get; } = Read("letters");

    public static IReadOnlyList<TrainingLetter> Test { get; } = Read("test");

    private static List<TrainingLetter> Read(string folder) =>
        [.. Directory.GetFiles(RepoRoot.At("src", "Training", folder), "*.txt").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    private static IEnumerable<TrainingLetter> ReadFile(string file)
    {
        var lines = File.ReadAllLines(file);
        var starts = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("@ ", StringComparison.Ordinal)).Append(lines.Length).ToList();
        foreach (var (from, to) in starts.Zip(starts.Skip(1)))
        {
            var body = lines[(from + 2)..to];
            yield return new(
                $"{Path.GetFileName(file)}:{from + 1}",
                lines[from][2..].Split(' ', StringSplitOptions.RemoveEmptyEntries),
                lines[from + 1],
                string.Join('\n', body.Where(l => !l.StartsWith("~ ", StringComparison.Ordinal))).Trim(),
                body.FirstOrDefault(l => l.StartsWith("~ ", StringComparison.Ordinal))?[2..]);
        }
    }
}
