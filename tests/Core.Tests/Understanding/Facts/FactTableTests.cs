using Mailroom.Core.Understanding;

namespace Mailroom.Core.Tests.Understanding.Facts;

/// <summary>What is read from short texts, as people write them; the tables lie beside this file.</summary>
public sealed class FactTableTests
{
    private const int Fewest = 250;

    public static TheoryData<string, string> Amounts => FactTable.Read("amounts");

    public static TheoryData<string, string> Transactions => FactTable.Read("transactions");

    public static TheoryData<string, string> Telephones => FactTable.Read("telephones");

    public static TheoryData<string, string> Cards => FactTable.Read("cards");

    public static TheoryData<string, string> Times => FactTable.Read("times");

    [Theory]
    [MemberData(nameof(Amounts))]
    public void The_amount_that_a_text_is_about_is_read(string words, string found)
    {
        var facts = FactTable.Facts(words);

        Assert.Equal(found, facts.Amount is null ? "-" : $"{facts.Amount} {facts.Currency}".TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Transactions))]
    public void The_number_of_a_transaction_is_read(string words, string found) => Assert.Equal(found, FactTable.Facts(words).TransactionId ?? "-");

    [Theory]
    [MemberData(nameof(Telephones))]
    public void The_telephone_is_read_and_hidden(string words, string found)
    {
        var read = Policies.Read(words);

        Assert.Equal(found, read.Entities.Phone?[^4..] ?? "-");
        Assert.True(found == "-" || read.Excerpt.Contains("*******" + found, StringComparison.Ordinal), read.Excerpt);
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void The_last_digits_of_a_card_are_read(string words, string found) => Assert.Equal(found, FactTable.Facts(words).Card ?? "-");

    [Theory]
    [MemberData(nameof(Times))]
    public void When_it_happened_is_read_in_the_writers_words(string words, string found) => Assert.Equal(found, FactTable.Facts(words).Time ?? "-");

    [Theory]
    [MemberData(nameof(Amounts))]
    [MemberData(nameof(Transactions))]
    [MemberData(nameof(Telephones))]
    [MemberData(nameof(Cards))]
    [MemberData(nameof(Times))]
    public void Each_fact_stands_where_its_place_says(string words, string _)
    {
        var text = $"\n{Redactor.Redact(words)}";
        var facts = FactTable.Facts(words);

        Assert.All(facts.Places, p => Assert.InRange(p.Value.Start + p.Value.Length, 1, text.Length));
        Assert.Equal(facts.Time, At("time"));
        Assert.Equal(facts.TransactionId, At("transaction_id"));
        Assert.Equal(facts.Phone?[^4..], At("phone")?[^4..]);
        Assert.Equal(facts.Amount is null, At("amount") is null);
        Assert.Equal(facts.Card is null, At("card") is null);

        string? At(string code) => facts.Places.TryGetValue(code, out var place) ? text.Substring(place.Start, place.Length) : null;
    }

    [Fact]
    public void There_are_many_examples() =>
        Assert.True(Amounts.Count + Transactions.Count + Telephones.Count + Cards.Count + Times.Count >= Fewest);
}
