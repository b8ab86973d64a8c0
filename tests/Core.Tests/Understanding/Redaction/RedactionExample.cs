using System.Text;
using System.Text.RegularExpressions;
using Mailroom.Support;

namespace Mailroom.Core.Tests.Understanding.Redaction;

/// <summary>One line of redaction-examples.txt: a text as somebody could write it, and what of it is secret.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Language">zh, zh-Hant, en or mixed.</param>
/// <param name="Text">The text without the marks.</param>
/// <param name="Secrets">The secrets in it, in order; none where all of it has to stay.</param>
internal sealed partial record RedactionExample(int Line, string Language, string Text, IReadOnlyList<MarkedSecret> Secrets)
{
    /// <summary>All of the file.</summary>
    public static IReadOnlyList<RedactionExample> All { get; } =
    [
        .. File.ReadAllLines(RepoRoot.At("tests", "Core.Tests", "Understanding", "Redaction", "redaction-examples.txt"))
            .Select((text, index) => (text, line: index + 1))
            .Where(l => l.text.Length > 0 && l.text[0] != '#')
            .Select(l => Read(l.line, l.text)),
    ];

    private static RedactionExample Read(int line, string written)
    {
        var parts = written.Split('\t', 2);
        var marked = Escape().Replace(parts[1], m => m.Value == @"\n" ? "\n" : ((char)Convert.ToInt32(m.Value[2..], 16)).ToString());
        var text = new StringBuilder();
        var secrets = new List<MarkedSecret>();
        var copied = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, copied, mark.Index - copied);
            secrets.Add(new MarkedSecret(mark.Groups["kind"].Value, mark.Groups["secret"].Value, text.Length));
            text.Append(mark.Groups["secret"].Value);
            copied = mark.Index + mark.Length;
        }

        return new RedactionExample(line, parts[0], text.Append(marked, copied, marked.Length - copied).ToString(), secrets);
    }

    [GeneratedRegex(@"\\n|\\u[0-9A-F]{4}")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\[\[(?<kind>[a-z]+):(?<secret>.*?)\]\]", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}

/// <summary>A secret of an example.</summary>
/// <param name="Kind">card, detail, id, phone, account, code or password.</param>
/// <param name="Text">What it is.</param>
/// <param name="Start">Where it stands in the text.</param>
internal sealed record MarkedSecret(string Kind, string Text, int Start)
{
    private const int Tail = 4;

    /// <summary>True when more of it can be read in the redacted text than its kind's tail.</summary>
    public bool IsReadIn(string redacted)
    {
        var secret = Signs(Text);
        var read = Signs(redacted);
        var length = Math.Min(secret.Length, (Kind is "card" or "phone" or "account" ? Tail : 0) + 3);
        return Enumerable.Range(0, secret.Length - length + 1).Any(i => read.Contains(secret.Substring(i, length), StringComparison.Ordinal));
    }

    private static string Signs(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
