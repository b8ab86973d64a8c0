namespace Mailroom.Core.Deadlines;

/// <summary>What tools call the things that move a clock: stable names.</summary>
public static class ClockEventNames
{
    /// <summary>The kinds by their names.</summary>
    public static IReadOnlyDictionary<string, ClockEventKind> All { get; } =
        Enum.GetValues<ClockEventKind>().ToDictionary(Of, kind => kind, StringComparer.Ordinal);

    /// <summary>The name of a kind: "agent-reply".</summary>
    public static string Of(ClockEventKind kind) => kind switch
    {
        ClockEventKind.AgentReply => "agent-reply",
        ClockEventKind.CustomerMail => "customer-reply",
        ClockEventKind.Pause => "pause",
        ClockEventKind.Resume => "resume",
        ClockEventKind.Resolve => "resolve",
        ClockEventKind.Reopen => "reopen",
        ClockEventKind.Extend => "extend",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no name."),
    };
}
