using System.Text;

namespace Mailroom.Core.Mail;

/// <summary>One Authentication-Results field (RFC 8601), as far as the sender check needs it.</summary>
/// <param name="Receiver">The authserv-id: who says so.</param>
/// <param name="Dmarc">The dmarc results, usually one.</param>
internal sealed record AuthenticationResults(string Receiver, IReadOnlyList<DmarcResult> Dmarc)
{
    /// <summary>Reads a field's value; what cannot be read yields no results.</summary>
    public static AuthenticationResults Parse(string value)
    {
        var parts = Parts(value);
        var receiver = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        return new AuthenticationResults(receiver, [.. parts.Skip(1).Select(Dmarced).OfType<DmarcResult>()]);
    }

    private static DmarcResult? Dmarced(string part)
    {
        var words = part.ToLowerInvariant().Replace(" = ", "=", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        const string Method = "dmarc=", From = "header.from=";
        return words.Length > 0 && words[0].StartsWith(Method, StringComparison.Ordinal)
            ? new DmarcResult(
                words[0][Method.Length..],
                words.FirstOrDefault(w => w.StartsWith(From, StringComparison.Ordinal))?[From.Length..].Trim('<', '>'))
            : null;
    }

    // Splits at semicolons, leaving out comments and what is quoted: both may hold text of the sender's choice.
    private static List<string> Parts(string value)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c == '\\' && (quoted || depth > 0))
            {
                i++;
            }
            else if (c == '"' && depth == 0)
            {
                quoted = !quoted;
                part.Append('"');
            }
            else if (!quoted && c == '(')
            {
                depth++;
            }
            else if (!quoted && c == ')' && depth > 0)
            {
                depth--;
            }
            else if (!quoted && depth == 0 && c == ';')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else if (!quoted && depth == 0)
            {
                part.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}

/// <summary>A dmarc result and the From domain that it is about, when the receiver says so.</summary>
internal sealed record DmarcResult(string Result, string? HeaderFrom);
