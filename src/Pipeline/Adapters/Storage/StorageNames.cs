namespace Mailroom.Pipeline.Adapters.Storage;

/// <summary>The names of what is kept in storage; queue names are settings.</summary>
public static class StorageNames
{
    /// <summary>All of one ticket in one partition; digests and what one reader is to be told together wait here too.</summary>
    public const string Tickets = "Tickets";

    /// <summary>Message-ID to ticket; an insert is a claim.</summary>
    public const string MailIndex = "MailIndex";

    /// <summary>Every raw mail once.</summary>
    public const string Ledger = "Ledger";

    /// <summary>The ledger by day of receipt.</summary>
    public const string LedgerDays = "LedgerDays";

    /// <summary>Deadlines by hour.</summary>
    public const string Due = "Due";

    /// <summary>What the desk lists.</summary>
    public const string Views = "Views";

    /// <summary>People by hashed address.</summary>
    public const string People = "People";

    /// <summary>How far each mailbox is read.</summary>
    public const string Mailboxes = "Mailboxes";

    /// <summary>Budgets of automatic mail, their breakers, and what these hold.</summary>
    public const string Breakers = "Breakers";

    /// <summary>How far each manager's digests are.</summary>
    public const string Digests = "Digests";

    /// <summary>Who answered when.</summary>
    public const string Answers = "Answers";

    /// <summary>What is rolled up of many tickets.</summary>
    public const string Statistics = "Statistics";

    /// <summary>The container of raw mails.</summary>
    public const string MailContainer = "mail";

    /// <summary>What the host appends to a queue's name for messages that failed too often.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Every table.</summary>
    public static IReadOnlyList<string> Tables { get; } = [Tickets, MailIndex, Ledger, LedgerDays, Due, Views, People, Mailboxes, Breakers, Digests, Answers, Statistics];
}
