using Mailroom.Core.Tickets;
using Mailroom.Core.Tickets.Promises;

namespace Mailroom.Core.Replies.Digests;

/// <summary>What is so when digests are written: the same for all managers.</summary>
public sealed record DigestFacts
{
    /// <summary>Now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The tickets that are not solved, of every team.</summary>
    public required IReadOnlyList<Ticket> Open { get; init; }

    /// <summary>True when there are more of them than could be read: then nothing is said about changes.</summary>
    public bool IsCut { get; init; }

    /// <summary>The answers of the last <see cref="PaceForecast.Window"/>, and of longer ago where a digest was.</summary>
    public IReadOnlyList<AnswerGiven> Answers { get; init; } = [];

    /// <summary>What became of the promises of the last <see cref="PromisesOf"/>.</summary>
    public IReadOnlyList<TeamPromise> Promises { get; init; } = [];

    /// <summary>How far back promises are told.</summary>
    public static readonly TimeSpan PromisesOf = TimeSpan.FromDays(7);

    /// <summary>The breakers that ever opened.</summary>
    public IReadOnlyList<BreakerRecord> Breakers { get; init; } = [];

    /// <summary>The program's public address, where links lead; null for no links.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The ledger of the last full day; null when it was not asked.</summary>
    public LedgerProof? Ledger { get; init; }
}

/// <summary>A promise to a customer.</summary>
/// <param name="Team">The ticket's team now.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record TeamPromise(string Team, PromiseOutcome Outcome);

/// <summary>One answer of a person to a customer.</summary>
/// <param name="At">When.</param>
/// <param name="Team">The ticket's team then.</param>
/// <param name="Agent">Who.</param>
public sealed record AnswerGiven(DateTimeOffset At, string Team, string Agent);

/// <summary>Whether every mail of a day came to an end.</summary>
/// <param name="From">The day's start: the ledger counts by days of UTC.</param>
/// <param name="Received">The mails, each as often as it came.</param>
/// <param name="Accounted">Those that ended, well or badly.</param>
/// <param name="Unaccounted">SHA-256 of those that did not, the first <see cref="MostNamed"/>.</param>
/// <param name="DeadLetters">The mails that a person must look at, of that day and since.</param>
public sealed record LedgerProof(DateTimeOffset From, int Received, int Accounted, IReadOnlyList<string> Unaccounted, int DeadLetters)
{
    /// <summary>The most mails that are named.</summary>
    public const int MostNamed = 20;

    /// <summary>The day's end.</summary>
    public DateTimeOffset To => From.AddDays(1);

    /// <summary>True when none is missing and none was set aside.</summary>
    public bool IsWhole => Received == Accounted && DeadLetters == 0;
}
