namespace Mailroom.Core.Policy;

/// <summary>How much automatic mail may go to customers. Each budget is a list of limits, the shortest time first; all of them hold.</summary>
public sealed record BudgetPolicy
{
    /// <summary>How long an address is left alone after a permanent failure of delivery.</summary>
    public static readonly TimeSpan MutedFor = TimeSpan.FromDays(60);

    /// <summary>The longest time of a limit on one address.</summary>
    public static readonly TimeSpan LongestForAddress = TimeSpan.FromDays(1);

    /// <summary>The longest time of a limit on a domain or on all.</summary>
    public static readonly TimeSpan LongestForMany = TimeSpan.FromHours(1);

    /// <summary>The budgets of a middling company; free-mail domains are those that customers of ours write from.</summary>
    public static BudgetPolicy Usual { get; } = new();

    /// <summary>To one address about one ticket.</summary>
    public IReadOnlyList<BudgetLimit> PerTicket { get; init; } = [Limit(10, 10), Limit(15, 30), Limit(25, 60), Limit(50, 180), Limit(100, 600)];

    /// <summary>To one address over all tickets.</summary>
    public IReadOnlyList<BudgetLimit> PerRecipient { get; init; } = [Limit(2, 30), Limit(5, 180), Limit(20, 1440)];

    /// <summary>To all addresses of one domain.</summary>
    public IReadOnlyList<BudgetLimit> PerDomain { get; init; } = [Limit(80, 10), Limit(200, 60)];

    /// <summary>To all addresses of one free-mail domain.</summary>
    public IReadOnlyList<BudgetLimit> PerFreeMailDomain { get; init; } = [Limit(600, 10), Limit(2000, 60)];

    /// <summary>To everybody.</summary>
    public IReadOnlyList<BudgetLimit> InAll { get; init; } = [Limit(1000, 10), Limit(3000, 60)];

    /// <summary>Domains that belong to nobody and to everybody.</summary>
    public IReadOnlyList<string> FreeMailDomains { get; init; } =
    [
        "qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "sina.com", "sina.cn", "sohu.com", "aliyun.com", "139.com", "189.cn",
        "gmail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "icloud.com", "me.com", "proton.me", "gmx.com",
    ];

    /// <summary>How many held mails go on in a minute after a release.</summary>
    public int ReleasePerMinute { get; init; } = 60;

    /// <summary>The budget of a domain.</summary>
    public IReadOnlyList<BudgetLimit> OfDomain(string domain) =>
        FreeMailDomains.Contains(domain, StringComparer.OrdinalIgnoreCase) ? PerFreeMailDomain : PerDomain;

    private static BudgetLimit Limit(int mails, int minutes) => new(mails, TimeSpan.FromMinutes(minutes));
}

/// <summary>So many mails within so much time.</summary>
/// <param name="Mails">The most mails.</param>
/// <param name="Within">The time.</param>
public sealed record BudgetLimit(int Mails, TimeSpan Within)
{
    /// <summary>As people say it: "10 within 30 minutes".</summary>
    public override string ToString() => Within.TotalMinutes switch
    {
        1 => $"{Mails} within a minute",
        60 => $"{Mails} within an hour",
        1440 => $"{Mails} within a day",
        < 60 => FormattableString.Invariant($"{Mails} within {Within.TotalMinutes:0} minutes"),
        _ => FormattableString.Invariant($"{Mails} within {Within.TotalHours:0.#} hours"),
    };
}
