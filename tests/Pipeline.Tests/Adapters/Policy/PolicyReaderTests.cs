using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Support;

namespace Mailroom.Pipeline.Tests.Adapters.Policy;

public sealed class PolicyReaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mailroom-policy-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_misspelt_key_is_named_with_its_line_and_the_known_ones()
    {
        var fault = Assert.Single(FaultsAfter("reopen: { withinDays: 30 }", "reopen: { withinDyas: 3, withinDays: 30 }"));

        Assert.Matches("""^policy\.yaml, line \d+: "withinDyas" is unknown here; known are withinDays\.$""", fault);
    }

    [Fact]
    public void A_limit_that_is_none_is_named_with_its_form()
    {
        var fault = Assert.Single(FaultsAfter("perRecipient: [2 in PT30M,", "perRecipient: [2 in P1D,"));

        Assert.Matches("""^policy\.yaml, line \d+: "2 in P1D" in perRecipient must be a number of mails and a time, like "10 in PT30M"\.$""", fault);
    }

    [Fact]
    public void All_faults_come_at_once()
    {
        var faults = FaultsAfter(
            ("P1: { firstResponse: PT30M,", "P1: { firstResponse: half an hour,"),
            ("at: 75%, recipients: [assignee, team]", "at: many, recipients: [boss]"),
            ("    language: en", "    language: fr"));

        Assert.Equal(4, faults.Count);
        Assert.Contains(faults, f => f.Contains("\"firstResponse\" must be counted time such as PT30M", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("\"at: many\" must be a share of the target such as 75%", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("\"boss\" in recipients is none of assignee, team, lead, manager, head, onCall.", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("\"language: fr\" must be zh or en", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("teams: [risk], language: zh, days: china", "teams: [risk], language: zh, days: [mon]", @"^policy\.yaml, line \d+: ""mon"" in days is no day; list days such as \[monday, friday\]")]
    [InlineData("teams: [risk], language: zh, days: china", "teams: [risk], language: zh, linksLast: P3D", @"^policy\.yaml, line \d+: ""linksLast: P3D"" must be a time such as PT72H")]
    [InlineData("teams: [risk], language: zh, days: china", "teams: [risk], language: zh, days: mars", "^digests: security-manager@swallowpay.example: days: there is no calendar \"mars\"; name one of 24x7, china, london")]
    [InlineData("teams: [risk], language: zh, days: china, at: [\"09:00\"", "teams: [risk], language: zh, days: china, at: [\"9 am\"", @"^policy\.yaml, line \d+: ""9 am"" in at is no time of day")]
    public void A_digest_that_cannot_be_is_told(string old, string now, string fault) => Assert.Matches(fault, Assert.Single(FaultsAfter(old, now)));

    [Fact]
    public void What_can_be_read_is_also_checked_for_sense()
    {
        var faults = FaultsAfter(("    team: quality\n", "    team: qualty\n"), ("requiredFacts: [case_id]", "requiredFacts: [cas_id]"));

        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, f => f.StartsWith("categories: complaint: the team \"qualty\" does not exist", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("categories: complaint: the fact \"cas_id\" has no words", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("early: true", "early: maybe", "\"early: maybe\" must be true or false")]
    [InlineData("least: PT1H", "least: P1D", "\"least: P1D\" must be a time without days, like PT4H")]
    [InlineData("priorities: [P2,", "priorities: [P7,", "\"P7\" in priorities must be P1 to P4.")]
    [InlineData("acknowledge: short", "acknowledge: long", "\"acknowledge: long\" must be none or short")]
    [InlineData("percent: 90", "percent: 10", "promise: repromise: percent is 10; it is 50 to 99 percent")]
    [InlineData("quietFor: PT4H", "quietFor: PT1M", "followUp: quietFor must be a time of ten minutes to 168 hours")]
    public void What_customers_are_promised_is_checked_word_by_word(string old, string now, string fault) =>
        Assert.Contains(fault, Assert.Single(FaultsAfter(old, now)), StringComparison.Ordinal);

    [Fact]
    public void What_stays_of_telephone_numbers_is_one_of_three_words() => Assert.Contains(
        "\"mainland: show\" must be keep-last-four, keep-country or hide",
        Assert.Single(FaultsAfter("mainland: keep-last-four", "mainland: show")),
        StringComparison.Ordinal);

    [Fact]
    public void A_policy_that_says_nothing_of_promises_has_the_usual_ones()
    {
        Copy();
        var file = Path.Combine(_folder.FullName, "policy.yaml");
        Write("policy.yaml", string.Join('\n', File.ReadAllLines(file).Where(l => !l.StartsWith("promise:", StringComparison.Ordinal) && !l.StartsWith("followUp:", StringComparison.Ordinal))));

        var policy = PolicyReader.Read(file);

        Assert.Equal((PromisePolicy.Usual, FollowUpPolicy.Usual), (policy.Promise, policy.FollowUp));
    }

    [Theory]
    [InlineData("reopen: {", "reopen: {{{", @"^policy\.yaml: this is no YAML that can be read; look for a bracket")]
    [InlineData("reopen: {", "reopen: ]{", @"^policy\.yaml, line \d+: this is no YAML that can be read: ")]
    [InlineData("reopen: {", "targets: {", @"^policy\.yaml, line \d+: this is no YAML that can be read: ")]
    public void Broken_yaml_is_one_fault(string old, string now, string fault) => Assert.Matches(fault, Assert.Single(FaultsAfter(old, now)));

    [Fact]
    public void A_missing_policy_says_which_file()
    {
        var error = Assert.Throws<PolicyException>(() => PolicyReader.Read(Path.Combine(_folder.FullName, "nowhere", "policy.yaml")));

        Assert.Contains(error.Faults, f => f.Contains("nowhere", StringComparison.Ordinal) && f.Contains("cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public void Signals_are_read_into_their_categories()
    {
        Copy();
        Write("signals.yaml", "refund:\n  - { phrase: 退款, weight: 2.5 }\naccount_security:\n  - { phrase: hacked, weight: 3, priority: P1 }\n");

        var policy = PolicyReader.Read(Path.Combine(_folder.FullName, "policy.yaml"));

        Assert.Equal(new("退款", 2.5), Assert.Single(policy.Category("refund").Signals));
        Assert.Equal(Priority.P1, Assert.Single(policy.Category("account_security").Signals).Priority);
        Assert.Empty(policy.Category("fees").Signals);
    }

    [Fact]
    public void Signals_of_a_category_that_is_not_there_are_a_fault()
    {
        Copy();
        Write("signals.yaml", "refunds:\n  - { phrase: 退款, weight: 2 }\n");

        var error = Assert.Throws<PolicyException>(() => PolicyReader.Read(Path.Combine(_folder.FullName, "policy.yaml")));

        Assert.Equal("signals.yaml: there is no category \"refunds\" in policy.yaml; name one that is there.", Assert.Single(error.Faults));
    }

    [Fact]
    public void A_calendars_faults_name_its_file()
    {
        Copy();
        Write("calendars/shop.yaml", "timeZone: Asia/Shanghi\nweek:\n  monday: [\"9-17\"]\n  mittwoch: []\ndays:\n  2026-13-01: Neujahr\n");

        var error = Assert.Throws<PolicyException>(() => PolicyReader.Read(Path.Combine(_folder.FullName, "policy.yaml")));

        Assert.Equal(4, error.Faults.Count);
        Assert.All(error.Faults, f => Assert.StartsWith("shop.yaml, line ", f, StringComparison.Ordinal));
    }

    private IReadOnlyList<string> FaultsAfter(string old, string now) => FaultsAfter((old, now));

    private IReadOnlyList<string> FaultsAfter(params (string Old, string New)[] changes)
    {
        Copy();
        var text = File.ReadAllText(Path.Combine(_folder.FullName, "policy.yaml"));
        foreach (var (old, now) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }

        Write("policy.yaml", text);
        return Assert.Throws<PolicyException>(() => PolicyReader.Read(Path.Combine(_folder.FullName, "policy.yaml"))).Faults;
    }

    private void Copy()
    {
        var from = RepoRoot.At("src", "Functions", "Policy");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(from, "calendars")).Append(Path.Combine(from, "policy.yaml")))
        {
            Write(Path.GetRelativePath(from, file), File.ReadAllText(file));
        }
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
