using Mailroom.Core.Deadlines;

namespace Mailroom.Core.Tests.Understanding;

/// <summary>Letters as people write them, most without the category's name in them.</summary>
public sealed class CasesTests
{
    private const double Floor = 0.9;

    public static TheoryData<int> Safety() => [.. LetterCase.All.Where(c => c.Safety).Select(c => c.Id)];

    public static TheoryData<int> Angry() => [.. LetterCase.All.Where(c => c.Angry).Select(c => c.Id)];

    public static TheoryData<int> Unclear() => [.. LetterCase.All.Where(c => c.Abstain).Select(c => c.Id)];

    [Fact]
    public void There_are_letters_of_every_category_in_both_languages()
    {
        var groups = LetterCase.All.GroupBy(c => c.Category).ToDictionary(g => g.Key, g => g.Select(c => c.Language).ToHashSet());

        Assert.Equal(Policies.Shipped.Categories.Select(c => c.Code).Order(), groups.Keys.Order());
        Assert.All(groups.Values, languages => Assert.Superset(new HashSet<string> { "zh", "en" }, languages));
        Assert.True(LetterCase.All.Count >= 80);
    }

    [Fact]
    public void Nine_letters_of_ten_find_their_category() => AssertFloor(c => c.Read().Category == c.Category);

    [Fact]
    public void Nine_letters_of_ten_find_their_priority() => AssertFloor(c => c.Read().Priority.ToString() == c.Priority);

    [Fact]
    public void Nine_letters_of_ten_find_their_language() => AssertFloor(c => LetterCase.Code(c.Read().Language) == c.Language);

    [Theory]
    [MemberData(nameof(Safety))]
    public void A_matter_of_safety_is_never_missed(int id)
    {
        var letter = LetterCase.All.Single(c => c.Id == id);

        var read = letter.Read();

        Assert.Equal(("account_security", letter.Priority), (read.Category, read.Priority.ToString()));
        Assert.False(read.Abstained);
    }

    [Theory]
    [MemberData(nameof(Angry))]
    public void Reproach_and_threats_are_seen(int id) => Assert.True(LetterCase.All.Single(c => c.Id == id).Read().Angry);

    [Fact]
    public void Worry_and_haste_are_no_anger()
    {
        var wrong = LetterCase.All.Where(c => c.Category != "complaint" && c.Read().Angry).Select(c => c.Id);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public void What_cannot_be_understood_goes_to_a_person(int id)
    {
        var read = LetterCase.All.Single(c => c.Id == id).Read();

        Assert.True(read.Abstained);
        Assert.Equal(("other", Priority.P4), (read.Category, read.Priority));
        Assert.Empty(read.Missing);
    }

    [Fact]
    public void Confidence_is_a_share_and_lower_where_it_abstains()
    {
        var read = LetterCase.All.Select(c => c.Read()).ToList();

        Assert.All(read, r => Assert.InRange(r.Confidence, 0, 1));
        Assert.True(read.Where(r => r.Abstained).Max(r => r.Confidence) < read.Where(r => !r.Abstained).Average(r => r.Confidence));
    }

    [Fact]
    public void Every_answer_says_what_decided_it()
    {
        var silent = LetterCase.All.Where(c => c.Read() is { Abstained: false, Evidence.Count: 0 }).Select(c => c.Id);

        Assert.Empty(silent);
    }

    private static void AssertFloor(Func<LetterCase, bool> isRight)
    {
        var wrong = LetterCase.All.Where(c => !isRight(c)).Select(c => c.Id).ToList();

        Assert.True(wrong.Count <= LetterCase.All.Count * (1 - Floor), $"wrong: {string.Join(", ", wrong)}");
    }
}
