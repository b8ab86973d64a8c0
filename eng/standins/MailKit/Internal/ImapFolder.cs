using System.Globalization;
using MailKit.Net.Imap;
using MailKit.Search;

namespace MailKit.Internal;

/// <summary>A folder on the server.</summary>
internal sealed class ImapFolder(ImapClient client, string name, string encoded) : IMailFolder
{
    public string FullName => name;

    public bool IsOpen => client.Selected == this;

    public FolderAccess Access { get; private set; }

    public uint UidValidity { get; private set; }

    public UniqueId? UidNext { get; private set; }

    public int Count { get; private set; }

    public async Task<FolderAccess> OpenAsync(FolderAccess access, CancellationToken cancellationToken = default)
    {
        client.Selected = null;
        var command = (access == FolderAccess.ReadWrite ? "SELECT " : "EXAMINE ") + ImapNames.Quote(encoded);
        var answer = (await client.CommandAsync(command, null, cancellationToken).ConfigureAwait(false)).OrThrow();
        (UidValidity, UidNext, Count) = (0, null, 0);
        foreach (var words in answer.Untagged.Select(l => l.Text.Split(' ', 3)).Where(w => w.Length == 3))
        {
            var code = words[1].Equals("OK", StringComparison.OrdinalIgnoreCase) ? ImapLine.CodeOf(words[2]) : "";
            UidValidity = ImapLine.NumberOf(code, "UIDVALIDITY") ?? UidValidity;
            UidNext = ImapLine.NumberOf(code, "UIDNEXT") is { } next and > 0 ? new UniqueId(UidValidity, next) : UidNext;
            Count = words[2] == "EXISTS" && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Count;
        }

        client.Selected = this;
        return Access = ImapLine.CodeOf(answer.Text) is "READ-ONLY" ? FolderAccess.ReadOnly : access;
    }

    public async Task CloseAsync(bool expunge = false, CancellationToken cancellationToken = default)
    {
        RequireOpen();
        var command = expunge ? "CLOSE" : client.Can("UNSELECT") ? "UNSELECT" : "EXAMINE " + ImapNames.Quote(encoded);
        (await client.CommandAsync(command, null, cancellationToken).ConfigureAwait(false)).OrThrow();
        client.Selected = null;
    }

    public async Task<IList<UniqueId>> SearchAsync(IList<UniqueId> uids, SearchQuery query, CancellationToken cancellationToken = default)
    {
        var answer = await UidAsync($"SEARCH UID {SetOf(uids)} ALL", cancellationToken).ConfigureAwait(false);
        return [.. answer.Untagged
            .Where(l => l.Text.StartsWith("* SEARCH", StringComparison.OrdinalIgnoreCase))
            .SelectMany(l => l.Values(8)).OfType<string>().Select(Number).Where(n => n > 0).Order().Select(n => new UniqueId(UidValidity, n))];
    }

    public async Task<IList<IMessageSummary>> FetchAsync(
        IList<UniqueId> uids, IFetchRequest request, CancellationToken cancellationToken = default)
    {
        if (uids.Count == 0)
        {
            return [];
        }

        var items = (request.Items.HasFlag(MessageSummaryItems.Size) ? " RFC822.SIZE" : "")
            + (request.Items.HasFlag(MessageSummaryItems.InternalDate) ? " INTERNALDATE" : "");
        var answer = await UidAsync($"FETCH {SetOf(uids)} (UID{items})", cancellationToken).ConfigureAwait(false);
        return [.. Fetched(answer).Select(f => f.Summary)];
    }

    public async Task<Stream> GetStreamAsync(
        UniqueId uid, int offset, int count, CancellationToken cancellationToken = default, ITransferProgress? progress = null)
    {
        var answer = await UidAsync(FormattableString.Invariant($"FETCH {uid} (BODY.PEEK[]<{offset}.{count}>)"), cancellationToken).ConfigureAwait(false);
        return Fetched(answer).Where(f => f.Summary.UniqueId == uid).Select(f => f.Body).FirstOrDefault(b => b is not null) is { } body
            ? new MemoryStream(body, writable: false)
            : throw new MessageNotFoundException("The IMAP server did not return the requested message.");
    }

    public async Task<IList<UniqueId>> StoreAsync(
        IList<UniqueId> uids, IStoreFlagsRequest request, CancellationToken cancellationToken = default)
    {
        if (uids.Count > 0)
        {
            var sign = request.Action switch { StoreAction.Add => "+", StoreAction.Remove => "-", _ => "" };
            var flags = string.Join(' ', Enum.GetValues<MessageFlags>()
                .Where(f => f is not (MessageFlags.None or MessageFlags.Recent or MessageFlags.UserDefined) && request.Flags.HasFlag(f)).Select(f => "\\" + f));
            await UidAsync($"STORE {SetOf(uids)} {sign}FLAGS.SILENT ({flags})", cancellationToken).ConfigureAwait(false);
        }

        return [];
    }

    public async Task<UniqueId?> MoveToAsync(UniqueId uid, IMailFolder destination, CancellationToken cancellationToken = default)
    {
        var target = ImapNames.Quote(((ImapFolder)destination).Encoded);
        if (client.Can("MOVE"))
        {
            await UidAsync($"MOVE {uid} {target}", cancellationToken).ConfigureAwait(false);
            return null;
        }

        await UidAsync($"COPY {uid} {target}", cancellationToken).ConfigureAwait(false);
        await UidAsync($"STORE {uid} +FLAGS.SILENT (\\Deleted)", cancellationToken).ConfigureAwait(false);
        if (client.Can("UIDPLUS"))
        {
            await UidAsync($"EXPUNGE {uid}", cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private string Encoded => encoded;

    private static string SetOf(IList<UniqueId> uids) => uids is UniqueIdRange range
        ? $"{range.Start}:{(range.End.Id == uint.MaxValue ? "*" : range.End.ToString())}"
        : string.Join(',', uids);

    private static uint Number(object? value) =>
        value is string text && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // "* 12 FETCH (UID 7 RFC822.SIZE 4242 BODY[]<0> {..})": pairs, in whatever order.
    private IEnumerable<(MessageSummary Summary, byte[]? Body)> Fetched(ImapAnswer answer)
    {
        foreach (var values in answer.Untagged.Select(l => l.Values(1)))
        {
            if (values is not [_, "FETCH", IReadOnlyList<object?> items])
            {
                continue;
            }

            var found = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i + 1 < items.Count; i += 2)
            {
                found[items[i] as string ?? ""] = items[i + 1];
            }

            if (Number(found.GetValueOrDefault("UID")) is > 0 and var uid)
            {
                var body = found.FirstOrDefault(f => f.Key.StartsWith("BODY[]", StringComparison.OrdinalIgnoreCase)).Value;
                yield return (
                    new MessageSummary(new UniqueId(UidValidity, uid), found.TryGetValue("RFC822.SIZE", out var size) ? Number(size) : null, DateOf(found)),
                    body is string text ? System.Text.Encoding.Latin1.GetBytes(text) : body as byte[]);
            }
        }
    }

    private static DateTimeOffset? DateOf(Dictionary<string, object?> found) =>
        found.GetValueOrDefault("INTERNALDATE") is string text
        && DateTimeOffset.TryParseExact(
            text.Trim(), "d-MMM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private async Task<ImapAnswer> UidAsync(string command, CancellationToken cancellation)
    {
        RequireOpen();
        return (await client.CommandAsync("UID " + command, null, cancellation).ConfigureAwait(false)).OrThrow();
    }

    private void RequireOpen()
    {
        if (!IsOpen)
        {
            throw client.IsConnected
                ? new InvalidOperationException($"The folder '{name}' is not currently open.")
                : new ServiceNotConnectedException("The ImapClient is not connected.");
        }
    }

    private sealed record MessageSummary(UniqueId UniqueId, uint? Size, DateTimeOffset? InternalDate) : IMessageSummary;
}
