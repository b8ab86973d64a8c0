using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Core.Tickets;

namespace Mailroom.Support.Builders;

/// <summary>Makes the facts that intake rules judge, as the shell would look them up.</summary>
public static class Facts
{
    /// <summary>A ticket that is there.</summary>
    public static TicketNumber Ticket { get; } = TicketNumber.Derive(new SigningKey(new byte[SigningKey.MinimumLength]), "first", 0);

    /// <summary>Another ticket that is there.</summary>
    public static TicketNumber OtherTicket { get; } = TicketNumber.Derive(new SigningKey(new byte[SigningKey.MinimumLength]), "second", 0);

    /// <summary>The facts about a letter, its marks read from it.</summary>
    public static IntakeFacts About(Letter letter) => new()
    {
        ReceivedAt = new DateTimeOffset(2026, 5, 6, 9, 30, 0, TimeSpan.FromHours(8)),
        Letter = letter,
        Marks = AutomaticMail.Inspect(letter, Letters.Own),
        Trust = new SenderTrust(TrustLevel.Verified, ["dmarc=pass"]),
    };

    /// <summary>A ticket that the letter seems to belong to, with its people.</summary>
    public static TicketMatch Match(TicketNumber ticket, params string[] people) => new(ticket, people, "In-Reply-To");
}
