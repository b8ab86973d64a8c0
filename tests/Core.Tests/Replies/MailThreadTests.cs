using Mailroom.Core.Deadlines;
using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Replies;

public sealed class MailThreadTests
{
    [Theory]
    [InlineData(3, 20, 4)]
    [InlineData(30, 20, 10)]
    [InlineData(9, 200, 8)]
    public void References_stay_within_1500_characters_and_keep_the_first_id_and_the_last(int count, int length, int kept)
    {
        var ids = Enumerable.Range(0, count).Select(i => $"{i:D2}{new string('x', length - 15)}@mail.example").ToList();

        var references = Acknowledged(ids);

        Assert.True(references.Sum(id => id.Length + 3) <= 1500);
        Assert.Equal(kept, references.Count);
        Assert.Equal(ids[0], references[0]);
        Assert.Equal("first@mail.example", references[^1]);
    }

    private static IReadOnlyList<string> Acknowledged(IReadOnlyList<string> references)
    {
        var open = TicketStory.Open(TicketStory.Monday10, TicketStory.Understood("refund", Priority.P3));
        var story = new TicketStory(TicketHistory.None, [], []).Then(open with { Mail = open.Mail with { References = references } });
        return story.Mails[0].References;
    }
}
