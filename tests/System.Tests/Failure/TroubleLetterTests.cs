using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Mail;
using Mailroom.Support;
using Mailroom.Support.Azurite;
using Mailroom.SystemTests.Running;

namespace Mailroom.SystemTests.Failure;

/// <summary>Bad input ends somewhere, with a reason, and keeps nobody else waiting.</summary>
public sealed class TroubleLetterTests
{
    private const int SixtyMegabytes = 60 * 1024 * 1024;
    private const int Bound = 36_700_160;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [AzuriteFact]
    public async Task Every_letter_with_a_trouble_ends_with_a_reason_and_an_ordinary_one_among_them_is_acknowledged()
    {
        using var folder = new TestFolder();
        foreach (var name in TroubleLetters.Names)
        {
            folder.PutLetter(name + ".eml", TroubleLetters.Raw(name));
        }

        folder.PutLetter("sixty-megabytes.eml", TroubleLetters.OfSize(SixtyMegabytes));
        folder.PutLetter("zz-ordinary.eml", await File.ReadAllBytesAsync(RepoRoot.At("src", "LocalHost", "Letters", "13-two-weeks-after-return.eml")));
        await using var mailroom = await RunningMailroom.StartAsync(folder);

        var ends = await EndsAsync(mailroom, TroubleLetters.Names.Count + 2);

        Assert.All(ends.Values, row => Assert.NotEmpty(row.Reason));
        Assert.Equal("too-large", ends["sixty-megabytes"].Ending);
        Assert.Contains("60 MB, over the limit of 35 MB", ends["sixty-megabytes"].Reason, StringComparison.Ordinal);
        Assert.Equal("ticket", ends["zz-ordinary"].Ending);
        Assert.All(TroubleLetters.Names, name => Assert.Equal((name, TroubleLetters.Expected(name).Ending), (name, ends[name].Ending)));
        Assert.All(
            TroubleLetters.Names.Where(n => TroubleLetters.Expected(n).Rule is not null),
            name => Assert.Equal((name, TroubleLetters.Expected(name).Rule), (name, ends[name].Rule)));
        await AnswersAreSentToPeopleOnlyAsync(folder, mailroom);
    }

    private static async Task<IReadOnlyDictionary<string, LedgerLine>> EndsAsync(RunningMailroom mailroom, int count)
    {
        var rows = await Wait.ForAsync(
            $"{count} mails ended",
            Patience,
            async () => await mailroom.LedgerAsync() is var all && all.Count(r => r.Ending is not null) >= count ? all : null,
            () => mailroom.Host.Said);
        return rows.ToDictionary(r => Path.GetFileNameWithoutExtension(r.Sources[0].Replace("pickup:", "", StringComparison.Ordinal)));
    }

    private static async Task AnswersAreSentToPeopleOnlyAsync(TestFolder folder, RunningMailroom mailroom)
    {
        var people = TroubleLetters.Names.Select(TroubleLetters.Expected)
            .Where(e => e is { Ending: "ticket" or "too-large", Acknowledged: true, From: not null })
            .Select(e => e.From![0])
            .Append("hejiayi@icloud.example")
            .Append("big@sender.example")
            .Order(StringComparer.Ordinal)
            .ToList();

        var letters = await Wait.ForAsync(
            $"{people.Count} acknowledgements",
            Patience,
            () => Task.FromResult(folder.SentMails().Count >= people.Count && Sent(folder) is var sent && sent.Count(IsAnswer) >= people.Count ? sent : null),
            () => mailroom.Host.Said);

        Assert.Equal(people, letters.Where(IsAnswer).Select(l => l.To[0].Key).Order(StringComparer.Ordinal));
        Assert.All(letters, l => Assert.Empty(l.HeaderValues("Bcc")));
    }

    private static List<Letter> Sent(TestFolder folder) =>
        [.. folder.SentMails().Select(f => ((ReadMail.Readable)LetterReader.Read(File.ReadAllBytes(f), Bound)).Letter)];

    private static bool IsAnswer(Letter letter) => letter.HeaderValues("Auto-Submitted").Contains("auto-replied");
}
