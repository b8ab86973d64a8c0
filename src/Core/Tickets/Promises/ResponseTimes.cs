using Mailroom.Core.Policy;

namespace Mailroom.Core.Tickets.Promises;

/// <summary>How long first answers took of late, and how busy the teams are: what promises are made by.</summary>
/// <param name="At">When it was rolled up.</param>
/// <param name="Usual">The slots that say enough.</param>
/// <param name="Loads">The teams, each by the calendars that it works on.</param>
public sealed record ResponseTimes(DateTimeOffset At, IReadOnlyList<UsualResponse> Usual, IReadOnlyList<TeamLoad> Loads)
{
    /// <summary>How far back tickets count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(28);

    /// <summary>After this while it says nothing any more: nobody knows then how busy it is.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromHours(2);

    /// <summary>The fewest answered tickets that say anything.</summary>
    public const int FewestSamples = 30;

    /// <summary>Rolls tickets up.</summary>
    /// <param name="tickets">The tickets that were opened within <see cref="Window"/>, each once.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="now">The instant.</param>
    public static ResponseTimes Of(IReadOnlyCollection<Ticket> tickets, SupportPolicy policy, DateTimeOffset now) => new(
        now,
        UsualOf(tickets.Select(t => ResponseSample.Of(t, policy, now))),
        TeamLoad.Of(tickets, policy, now));

    /// <summary>The slots with enough samples.</summary>
    public static IReadOnlyList<UsualResponse> UsualOf(IEnumerable<ResponseSample> samples) =>
    [
        .. samples.SelectMany(s => s.Slot.Widening().Select(slot => (Slot: slot, Sample: s)))
            .GroupBy(s => s.Slot, s => s.Sample)
            .Select(g => (Slot: g.Key, Samples: g.ToList(), Answered: g.Count(s => s.IsAnswered)))
            .Where(g => g.Answered >= FewestSamples)
            .Select(g => new UsualResponse(g.Slot, g.Answered, Percentile80(g.Samples))),
    ];

    /// <summary>
    /// The time within which four of five are answered (Kaplan and Meier's estimate): who still waits counts as waiting at least so long, so
    /// that leaving tickets unanswered never makes us look faster. Null when not so many were answered yet.
    /// </summary>
    public static TimeSpan? Percentile80(IEnumerable<ResponseSample> samples)
    {
        const double Unanswered = 0.2;
        const double Rounding = 1e-9;
        var inOrder = samples.OrderBy(s => s.Waited).ThenByDescending(s => s.IsAnswered).ToList();
        var waiting = 1.0;
        for (var i = 0; i < inOrder.Count; i++)
        {
            if (inOrder[i].IsAnswered)
            {
                waiting *= 1 - (1.0 / (inOrder.Count - i));
                if (waiting <= Unanswered + Rounding)
                {
                    return inOrder[i].Waited;
                }
            }
        }

        return null;
    }

    /// <summary>What is usual for a slot, from the narrowest one that says enough; null when none does or it is too old.</summary>
    public UsualResponse? Find(ResponseSlot slot, DateTimeOffset now) => IsFresh(now)
        ? slot.Widening().Select(s => Usual.FirstOrDefault(u => u.Slot == s)).FirstOrDefault(u => u is not null)
        : null;

    /// <summary>True when a team has many more unanswered tickets than it usually has at this hour.</summary>
    public bool IsBusy(string team, string calendar, DateTimeOffset now) =>
        IsFresh(now) && Loads.Any(l => l.Team == team && l.Calendar == calendar && l.IsHigh);

    private bool IsFresh(DateTimeOffset now) => (now - At).Duration() <= Freshness;
}

/// <summary>How long first answers usually take in a slot.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Samples">How many answered tickets it rests on.</param>
/// <param name="Within">The open time within which four of five are answered; null when so many are not.</param>
public sealed record UsualResponse(ResponseSlot Slot, int Samples, TimeSpan? Within);
