using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Pipeline.Settings;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace Mailroom.Pipeline.Adapters.Imap;

/// <summary>An open folder of a mailbox. Every verb has its own limit and fails as <see cref="MailboxException"/>.</summary>
public sealed class MailboxSession : IAsyncDisposable
{
    private static readonly TimeSpan SearchLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SizeLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FetchLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan ChangeLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan QuitLimit = TimeSpan.FromSeconds(5);
    private readonly ImapClient _client;
    private readonly IMailFolder _folder;
    private readonly IMailFolder? _target;
    private readonly AfterTaking _after;

    private MailboxSession(ImapClient client, IMailFolder folder, IMailFolder? target, AfterTaking after) =>
        (_client, _folder, _target, _after) = (client, folder, target, after);

    /// <summary>What the server says of the folder.</summary>
    public FolderFacts Facts => new(_folder.UidValidity, _folder.UidNext?.Id ?? 0);

    /// <summary>How many mails lie in the folder.</summary>
    public int Count => _folder.Count;

    /// <summary>Opens the account's folder; where nothing is to be changed, for reading only.</summary>
    internal static async Task<MailboxSession> OpenAsync(ImapClient client, MailboxAccount account, CancellationToken cancellation)
    {
        var folder = await client.GetFolderAsync(account.Folder, cancellation);
        var target = account.After == AfterTaking.Move ? await client.GetFolderAsync(account.MoveTo, cancellation) : null;
        await folder.OpenAsync(account.After == AfterTaking.Leave ? FolderAccess.ReadOnly : FolderAccess.ReadWrite, cancellation);
        return new MailboxSession(client, folder, target, account.After);
    }

    /// <summary>The numbers from one on.</summary>
    public Task<IReadOnlyList<uint>> SearchAsync(uint from, CancellationToken cancellation) =>
        MailboxDoor.WithinAsync<IReadOnlyList<uint>>("to search", SearchLimit, async t =>
        {
            var range = new UniqueIdRange(_folder.UidValidity, from, uint.MaxValue);
            return [.. (await _folder.SearchAsync(range, SearchQuery.All, t)).Select(u => u.Id)];
        }, cancellation);

    /// <summary>Size and date of mails; those that are gone are missing in it.</summary>
    public Task<IReadOnlyDictionary<uint, MailSize>> SizesAsync(IEnumerable<uint> uids, CancellationToken cancellation) =>
        MailboxDoor.WithinAsync<IReadOnlyDictionary<uint, MailSize>>("to tell sizes", SizeLimit, async t =>
        {
            var request = new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate);
            var asked = uids.Select(u => new UniqueId(_folder.UidValidity, u)).ToList();
            var sizes = new Dictionary<uint, MailSize>();
            foreach (var mail in await _folder.FetchAsync(asked, request, t))
            {
                sizes[mail.UniqueId.Id] = new MailSize(mail.Size ?? 0, mail.InternalDate);
            }

            return sizes;
        }, cancellation);

    /// <summary>A mail, or the beginning of one over the bound; null when it is gone. Nobody's "unread" is changed by it.</summary>
    /// <param name="uid">The mail.</param>
    /// <param name="told">The size that the server told.</param>
    /// <param name="most">The most bytes of a mail that is read.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<FetchedMail?> FetchAsync(uint uid, long told, int most, CancellationToken cancellation) =>
        MailFetch.RunAsync((offset, count) => PieceAsync(uid, (int)offset, count, cancellation), told, most, cancellation);

    /// <summary>Does to a taken mail what the account wants.</summary>
    public Task ChangeAsync(uint uid, CancellationToken cancellation) => _after switch
    {
        AfterTaking.Leave => Task.CompletedTask,
        AfterTaking.Seen => StoreAsync(uid, MessageFlags.Seen, cancellation),
        AfterTaking.Flag => StoreAsync(uid, MessageFlags.Flagged, cancellation),
        AfterTaking.Move => MailboxDoor.WithinAsync(
            "to move a mail", ChangeLimit, t => _folder.MoveToAsync(new UniqueId(_folder.UidValidity, uid), _target!, t), cancellation),
        _ => throw new InvalidOperationException($"No row says what \"{_after}\" does."),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(QuitLimit);
        try
        {
            await _client.DisconnectAsync(true, patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or TimeoutException or ProtocolException)
        {
            // Good manners only.
        }

        _client.Dispose();
    }

    private Task<Stream?> PieceAsync(uint uid, int offset, int count, CancellationToken cancellation) =>
        MailboxDoor.WithinAsync<Stream?>("to give a mail", FetchLimit, async t =>
        {
            try
            {
                return await _folder.GetStreamAsync(new UniqueId(_folder.UidValidity, uid), offset, count, t);
            }
            catch (MessageNotFoundException)
            {
                return null;
            }
        }, cancellation);

    private Task<IList<UniqueId>> StoreAsync(uint uid, MessageFlags flags, CancellationToken cancellation) =>
        MailboxDoor.WithinAsync("to mark a mail", ChangeLimit, t => _folder.StoreAsync(
            [new UniqueId(_folder.UidValidity, uid)], new StoreFlagsRequest(StoreAction.Add, flags) { Silent = true }, t), cancellation);
}

/// <summary>What the server says of a mail before it is fetched.</summary>
/// <param name="Bytes">Its size; 0 when the server does not say.</param>
/// <param name="ArrivedAt">When it came into the mailbox.</param>
public sealed record MailSize(uint Bytes, DateTimeOffset? ArrivedAt);
