using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Mailroom.Packages.Tests.Surface;

/// <summary>Reads a surface's text into types and members in one form, whoever wrote it: parameter names, defaults and modifiers do not count.</summary>
internal static partial class SurfaceReader
{
    private static readonly FrozenSet<string> Uncounted = new[] { "abstract", "virtual", "override", "sealed", "readonly", "const", "params", "this" }.ToFrozenSet();

    public static IReadOnlyList<SurfaceType> Read(string text)
    {
        var types = new List<SurfaceType>();
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == ' ')
            {
                types[^1].Members.UnionWith(types[^1].Kind == "enum" ? line.Split(',').Select(item => item.Trim()) : Members(line.Trim()));
            }
            else
            {
                types.Add(Head(line));
            }
        }

        return types;
    }

    private static SurfaceType Head(string line)
    {
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        var words = (colon < 0 ? line : line[..colon]).Split(' ');
        var bases = colon < 0 ? [] : SplitOutside(line[(colon + 3)..]).ToArray();
        return new(words[^1], words[^2], bases, []);
    }

    private static IEnumerable<string> Members(string line)
    {
        if (Property().Match(line) is { Success: true } property)
        {
            var name = Indexer().Match(property.Groups["name"].Value) is { Success: true } indexer
                ? $"{Words(indexer.Groups["before"].Value)} this[{Parameters(indexer.Groups["parameters"].Value)}]"
                : Words(property.Groups["name"].Value);
            return property.Groups["accessors"].Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(accessor => $"{name} {accessor}");
        }

        var open = line.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? [Words(line)] : [$"{Words(line[..open])}({Parameters(line[(open + 1)..line.LastIndexOf(')')])})"];
    }

    private static string Parameters(string text) => string.Join(", ", SplitOutside(text).Select(ParameterType));

    private static string ParameterType(string parameter)
    {
        var declared = parameter.Split(" = ")[0].Trim();
        return Words(declared[..declared.LastIndexOf(' ')]);
    }

    private static string Words(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Uncounted.Contains(word)));

    // At commas that are not between angle brackets.
    private static IEnumerable<string> SplitOutside(string text)
    {
        var depth = 0;
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '<' => 1, '>' => -1, _ => 0 };
            if (text[index] == ',' && depth == 0)
            {
                yield return text[start..index].Trim();
                start = index + 1;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    [GeneratedRegex(@"^(?<name>.+?) \{ (?<accessors>.+) \}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Property();

    [GeneratedRegex(@"^(?<before>.+?) this\[(?<parameters>.+)\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indexer();
}
