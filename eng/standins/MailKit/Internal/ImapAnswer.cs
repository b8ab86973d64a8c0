using MailKit.Net.Imap;

namespace MailKit.Internal;

/// <summary>How a command ended, and what the server said before.</summary>
internal sealed record ImapAnswer(ImapCommandResponse Response, string Text, IReadOnlyList<ImapLine> Untagged)
{
    public static ImapAnswer Of(string status, IReadOnlyList<ImapLine> untagged)
    {
        var blank = status.IndexOf(' ', StringComparison.Ordinal);
        var (word, text) = blank < 0 ? (status, "") : (status[..blank], status[(blank + 1)..]);
        return new ImapAnswer(word.ToUpperInvariant() switch
        {
            "OK" => ImapCommandResponse.Ok,
            "NO" => ImapCommandResponse.No,
            "BAD" => ImapCommandResponse.Bad,
            _ => throw new ImapProtocolException($"Unexpected answer of the IMAP server: {status}"),
        }, text, untagged);
    }

    public ImapAnswer OrThrow() => Response == ImapCommandResponse.Ok ? this : throw new ImapCommandException(Response, Text);
}
