using Mailroom.Core.Understanding;
using Mailroom.Support;

namespace Mailroom.Core.Tests.Understanding.Facts;

/// <summary>Written examples of one kind of fact: a line each, the words, "=>", what is found ("-" for nothing).</summary>
internal static class FactTable
{
    public static TheoryData<string, string> Read(string name)
    {
        var rows = File.ReadLines(RepoRoot.At("tests", "Core.Tests", "Understanding", "Facts", $"{name}.txt"))
            .Where(l => l.Length > 0 && !l.StartsWith('#'))
            .Select(l => l.Split(" => ", 2));
        var table = new TheoryData<string, string>();
        foreach (var row in rows)
        {
            table.Add(row[0].Replace("\\n", "\n", StringComparison.Ordinal), row[1]);
        }

        return table;
    }

    public static Entities Facts(string words) => Policies.Read(words).Entities;
}
