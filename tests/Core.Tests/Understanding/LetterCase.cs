using System.Text.Json;
using Mailroom.Core.Understanding;
using Mailroom.Support;

namespace Mailroom.Core.Tests.Understanding;

/// <summary>A letter with what must be understood of it: one line of cases.jsonl.</summary>
internal sealed record LetterCase(
    int Id, string Subject, string Body, string Category, string Priority, string Language, bool Safety = false, bool Angry = false, bool Abstain = false)
{
    public static IReadOnlyList<LetterCase> All { get; } =
    [
        .. File.ReadLines(RepoRoot.At("tests", "Core.Tests", "Understanding", "cases.jsonl"))
            .Select(line => JsonSerializer.Deserialize<LetterCase>(line, JsonSerializerOptions.Web)!),
    ];

    public MailUnderstanding Read() => Policies.Read(Body, Subject);

    public static string Code(MailLanguage language) => language switch
    {
        MailLanguage.Chinese => "zh",
        MailLanguage.English => "en",
        MailLanguage.Mixed => "mixed",
        MailLanguage.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}
