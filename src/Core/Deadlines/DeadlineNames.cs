namespace Mailroom.Core.Deadlines;

/// <summary>What tools call the kinds of deadline: stable names.</summary>
public static class DeadlineNames
{
    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<DeadlineKind>().Select(Of)];

    /// <summary>The name of a kind: "first-response".</summary>
    public static string Of(DeadlineKind kind) => kind switch
    {
        DeadlineKind.FirstResponse => "first-response",
        DeadlineKind.NextResponse => "next-response",
        DeadlineKind.Resolution => "resolution",
        DeadlineKind.Regulatory => "regulatory",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind has no name."),
    };

    /// <summary>The kind of a name; null when there is none.</summary>
    public static DeadlineKind? Read(string name) =>
        Enum.GetValues<DeadlineKind>().Cast<DeadlineKind?>().FirstOrDefault(k => Of(k!.Value) == name);
}
