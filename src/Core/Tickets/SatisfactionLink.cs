namespace Mailroom.Core.Tickets;

/// <summary>The links by which a customer says how it went. Looking at one changes nothing: mail scanners look at every link.</summary>
public static class SatisfactionLink
{
    private const string Purpose = "satisfaction";

    /// <summary>The path of the page, which a token follows.</summary>
    public const string Path = "api/v1/satisfaction/";

    /// <summary>The address of one answer.</summary>
    /// <exception cref="InvalidOperationException">Nobody outside can reach us.</exception>
    public static string Of(TicketNumber ticket, SatisfactionRating rating, DateTimeOffset until, HouseRules house) =>
        new Uri(
            house.PublicAddress ?? throw new InvalidOperationException("There is no public address that a link could lead to."),
            Path + ActionToken.Write(house.Key, new(Purpose, ticket, rating.ToString(), until))).AbsoluteUri;

    /// <summary>What a token allows at a moment.</summary>
    public static SatisfactionReading Read(SigningKey key, string? token, DateTimeOffset now) => ActionToken.Read(key, Purpose, token, now) switch
    {
        ActionReading.Valid valid when Enum.TryParse<SatisfactionRating>(valid.Allowed.Argument, out var rating) =>
            new SatisfactionReading.Valid(valid.Allowed.Ticket, rating),
        ActionReading.Expired => new SatisfactionReading.Expired(),
        _ => new SatisfactionReading.Forged(),
    };
}

/// <summary>What a link of a satisfaction mail is worth.</summary>
public abstract record SatisfactionReading
{
    private SatisfactionReading()
    {
    }

    /// <summary>It gives one answer about one ticket.</summary>
    public sealed record Valid(TicketNumber Ticket, SatisfactionRating Rating) : SatisfactionReading;

    /// <summary>Its time is over.</summary>
    public sealed record Expired : SatisfactionReading;

    /// <summary>It is none of ours.</summary>
    public sealed record Forged : SatisfactionReading;
}
