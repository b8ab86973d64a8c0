using System.Diagnostics.CodeAnalysis;
using MailKit.Search;

namespace MailKit;

public enum FolderAccess { None, ReadOnly, ReadWrite }

[Flags]
public enum MessageFlags { None = 0, Seen = 1, Answered = 2, Flagged = 4, Deleted = 8, Draft = 16, Recent = 32, UserDefined = 64 }

/// <summary>What to fetch of a mail's summary.</summary>
[Flags]
public enum MessageSummaryItems { None = 0, InternalDate = 1 << 5, Size = 1 << 6, UniqueId = 1 << 9 }

public enum StoreAction { Add, Remove, Set }

/// <summary>What to fetch.</summary>
public interface IFetchRequest
{
    MessageSummaryItems Items { get; }
}

/// <summary>What to fetch.</summary>
public class FetchRequest(MessageSummaryItems items) : IFetchRequest
{
    public MessageSummaryItems Items { get; } = items;
}

/// <summary>What to change of a mail's flags.</summary>
public interface IStoreFlagsRequest
{
    StoreAction Action { get; }

    MessageFlags Flags { get; }
}

/// <summary>What to change of a mail's flags.</summary>
public class StoreFlagsRequest(StoreAction action, MessageFlags flags) : IStoreFlagsRequest
{
    public StoreAction Action { get; } = action;

    public MessageFlags Flags { get; set; } = flags;

    public bool Silent { get; set; }
}

/// <summary>What was fetched of a mail.</summary>
public interface IMessageSummary
{
    UniqueId UniqueId { get; }

    uint? Size { get; }

    DateTimeOffset? InternalDate { get; }
}

/// <summary>A folder of a mailbox.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The genuine name.")]
public interface IMailFolder
{
    string FullName { get; }

    bool IsOpen { get; }

    FolderAccess Access { get; }

    uint UidValidity { get; }

    UniqueId? UidNext { get; }

    int Count { get; }

    Task<FolderAccess> OpenAsync(FolderAccess access, CancellationToken cancellationToken = default);

    Task CloseAsync(bool expunge = false, CancellationToken cancellationToken = default);

    Task<IList<UniqueId>> SearchAsync(IList<UniqueId> uids, SearchQuery query, CancellationToken cancellationToken = default);

    Task<IList<IMessageSummary>> FetchAsync(IList<UniqueId> uids, IFetchRequest request, CancellationToken cancellationToken = default);

    /// <summary>At most <paramref name="count"/> raw bytes of a mail from <paramref name="offset"/> on; its \Seen flag stays as it is.</summary>
    Task<Stream> GetStreamAsync(
        UniqueId uid, int offset, int count, CancellationToken cancellationToken = default, ITransferProgress? progress = null);

    Task<IList<UniqueId>> StoreAsync(IList<UniqueId> uids, IStoreFlagsRequest request, CancellationToken cancellationToken = default);

    Task<UniqueId?> MoveToAsync(UniqueId uid, IMailFolder destination, CancellationToken cancellationToken = default);
}

/// <summary>A connection to a store of folders.</summary>
public abstract class MailStore : MailService
{
    public abstract IMailFolder Inbox { get; }

    public abstract Task<IMailFolder> GetFolderAsync(string path, CancellationToken cancellationToken = default);
}

/// <summary>There is no such folder.</summary>
public class FolderNotFoundException(string message, string folderName, Exception? innerException) : Exception(message, innerException)
{
    public FolderNotFoundException(string message, string folderName)
        : this(message, folderName, null)
    {
    }

    public FolderNotFoundException(string folderName)
        : this($"The requested folder could not be found: {folderName}.", folderName)
    {
    }

    public string FolderName { get; } = folderName;
}

/// <summary>There is no such mail.</summary>
public class MessageNotFoundException(string message, Exception? innerException) : Exception(message, innerException)
{
    public MessageNotFoundException(string message)
        : this(message, null)
    {
    }
}
