using Mailroom.Core.Tickets;
using Mailroom.Support.Builders;

namespace Mailroom.Core.Tests.Tickets;

public sealed class SubjectNumbersTests
{
    private static readonly string Number = Facts.Ticket.Value;

    public static TheoryData<string> Subjects =>
        [$"Re: [{Number}] Refund", $"回复：工单{Number}的退款", Number.ToLowerInvariant(), Number.Replace("-", "", StringComparison.Ordinal), $"{Number} {Number}"];

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_number_is_found_however_it_stands(string subject) => Assert.Equal([Facts.Ticket], SubjectNumbers.Find(subject));

    [Theory]
    [InlineData("")]
    [InlineData("MR-0000-0001")]
    [InlineData("Order AMR-7K3F-9QXA")]
    public void What_is_no_number_is_left_alone(string subject) => Assert.Empty(SubjectNumbers.Find(subject));

    [Fact]
    public void Part_of_a_longer_word_is_no_number() => Assert.Empty(SubjectNumbers.Find(Number + "7"));

    [Fact]
    public void A_subject_full_of_numbers_costs_three_looks()
    {
        var many = Enumerable.Range(0, 20).Select(i => TicketNumber.Derive(Policies.Key, "n", i).Value);

        Assert.Equal(3, SubjectNumbers.Find(string.Join(' ', many)).Count);
    }
}
