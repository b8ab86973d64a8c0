using Mailroom.Support.Azurite;
using Mailroom.SystemTests.Running;

namespace Mailroom.SystemTests.Failure;

/// <summary>Ctrl-C ends it cleanly, and what was there is there after the next start.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [AzuriteFact]
    public async Task Ctrl_C_stops_it_cleanly_and_the_next_start_finds_the_mail_again()
    {
        using var folder = new TestFolder();
        var letter = TroubleLetters.Raw("html-only");
        string ticket;
        await using (var first = await RunningMailroom.StartAsync(folder))
        {
            using var answer = await first.PostAsync(letter);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            ticket = await Wait.ForAsync(
                "a ticket", Patience, async () => (await first.LedgerAsync()) is [{ Ticket: { } number }] ? number : null, () => first.Host.Said);

            first.Host.Interrupt();
            var code = await first.Host.EndAsync(Patience);

            Assert.Equal(0, code);
            Assert.Contains("Stopped.", first.Host.Said, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(folder.Path, "azurite.json")));
        }

        await using var second = await RunningMailroom.StartAsync(folder);
        var tickets = await second.TicketsAsync();

        Assert.Equal([ticket], tickets);
    }
}
