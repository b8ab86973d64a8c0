using System.Net;
using System.Text.RegularExpressions;
using Mailroom.Core.Replies.Digests;
using Mailroom.Core.Tickets;
using Mailroom.Pipeline.Adapters.Policy;
using Mailroom.Support;
using Mailroom.Support.Azurite;

namespace Mailroom.SystemTests.Desk;

[Collection(SharedPipeline.Name)]
public sealed partial class LinkTests(RunningPipeline pipeline)
{
    private static readonly HouseRules House = new(PolicyReader.Read(RepoRoot.At("src", "Functions", "Policy", "policy.yaml")), RunningPipeline.Signing);

    [AzuriteFact]
    public async Task A_link_opened_by_a_scanner_does_nothing_and_a_person_who_presses_does_it_once()
    {
        var (number, link) = await LinkAsync(DigestLinks.Escalate);
        using var stranger = new HttpClient();

        using var head = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        var page = await stranger.GetStringAsync(link);
        Assert.DoesNotContain("escalated-by-hand", await HistoryAsync(number), StringComparison.Ordinal);

        using var pressed = await PressAsync(stranger, link, page, "客户来信三次");
        using var again = await PressAsync(stranger, link, page, "客户来信三次");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (pressed.StatusCode, again.StatusCode));
        Assert.Contains("上报给客服负责人", await pressed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("这个链接已经用过", await stranger.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Single(Escalated().Matches(await HistoryAsync(number)));
    }

    [AzuriteFact]
    public async Task An_extension_without_a_reason_is_asked_for_one_and_changes_nothing()
    {
        var (number, link) = await LinkAsync(DigestLinks.Extend);
        using var client = new HttpClient();

        using var answer = await PressAsync(client, link, await client.GetStringAsync(link), " ");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("\"extended\"", await HistoryAsync(number), StringComparison.Ordinal);
    }

    [AzuriteFact]
    public async Task The_page_loads_nothing_from_elsewhere_and_tells_nobody_where_it_was()
    {
        var (_, link) = await LinkAsync(DigestLinks.Assign);

        using var answer = await pipeline.Client.GetAsync(link);

        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(("no-referrer", "noindex, nofollow"), (answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single()));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script", page, StringComparison.Ordinal);
    }

    [AzuriteTheory]
    [InlineData("/act/assign/1.MR7K3F9QXA.1.x.y", HttpStatusCode.NotFound)]
    [InlineData("/act/delete/1.x", HttpStatusCode.NotFound)]
    public async Task What_is_no_link_of_ours_is_not_found(string path, HttpStatusCode status)
    {
        using var answer = await pipeline.Client.GetAsync(pipeline.At(path));

        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PressAsync(HttpClient client, Uri link, string page, string why)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["version"] = Version().Match(page).Groups["version"].Value,
            ["choice"] = Choice().Match(page).Groups["choice"].Value,
            ["why"] = why,
        });
        return await client.PostAsync(link, form);
    }

    private async Task<(string Number, Uri Link)> LinkAsync(string purpose)
    {
        var row = await pipeline.EndOfAsync(RawLetter.From("links@mail.example", $"<script> 退款 {Guid.NewGuid()}", "退款还没有到账，金额 500 元。"));
        var number = row.GetProperty("ticket").GetString()!;
        Assert.True(TicketNumber.TryParse(number, out var ticket));
        var shown = await RunningPipeline.JsonAsync(await pipeline.Client.GetAsync(pipeline.At($"/api/v1/tickets/{number}")));
        var team = shown.GetProperty("ticket").GetProperty("team").GetString()!;
        var manager = House.Policy.DigestsInForce.First(d => d.TeamsOf(House.Policy).Any(t => t.Name == team || t.Title.Zh == team || t.Title.En == team));
        return (number, new Uri(DigestLinks.AddressOf(pipeline.Address, DigestLinks.Allowed(purpose, ticket, manager, DateTimeOffset.UtcNow, House.Key), House.Key)));
    }

    private Task<string> HistoryAsync(string number) => pipeline.Client.GetStringAsync(pipeline.At($"/api/v1/tickets/{number}"));

    [GeneratedRegex("name=\"version\" value=\"(?<version>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("name=\"choice\" value=\"(?<choice>[A-Za-z0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Choice();

    [GeneratedRegex("escalated-by-hand", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escalated();
}
