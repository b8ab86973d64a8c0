using Mailroom.Core.Intake;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Queues;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Handlers.Steps;
using Mailroom.Pipeline.Logs;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Handlers;

/// <summary>The way of one mail: load, read, look up, decide, understand, save once, carry out.</summary>
public sealed class ReceiveMail(
    LedgerStore ledger,
    MailReading reading,
    FactsLookup facts,
    MailPlacement placement,
    MailTaking taking,
    UndoJoin undo,
    MailEndings endings,
    ILogger<ReceiveMail> logger)
{
    private const int Tries = 5;

    /// <summary>Brings one mail to its end. Runs any number of times with the same result.</summary>
    public async Task HandleAsync(MailPointer message, CancellationToken cancellation)
    {
        if (message.Undo is not null)
        {
            await undo.CarryOutAsync(message, cancellation);
            return;
        }

        var row = await ledger.FindAsync(message.Sha256, cancellation);
        if (row is { Ending: { } ending and not MailEnding.DeadLetter })
        {
            logger.MailEndedBefore(message.Sha256, ending.ToText());
            return;
        }

        var mail = new MailInHand(message.Sha256, row?.ReceivedAt ?? message.ReceivedAt);
        await (await reading.ReadAsync(mail, row, cancellation) switch
        {
            ReadMail.Readable readable => PlaceAsync(mail, readable.Letter with { Envelope = MailEnvelope.Together(row?.Envelopes ?? []) }, cancellation),
            ReadMail.Unreadable unreadable => endings.WriteAsync(mail, unreadable, cancellation),
            _ => throw new NotSupportedException("A mail is readable or it is not."),
        });
    }

    // The decision is made once and kept with the claim on the Message-ID: a redelivery goes on with it. Nearly every Message-ID is
    // new, so the claim itself is the first look; who else has it is asked only when it fails, or when the mail would end here.
    private async Task PlaceAsync(MailInHand mail, Letter letter, CancellationToken cancellation)
    {
        IntakeFacts? known = null;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var place = attempt == 1 ? MailPlacement.Free(letter) : await placement.FindAsync(letter, cancellation);
            var claim = place.Own;
            if (claim is null)
            {
                known = (known ?? await facts.GatherAsync(mail, letter, cancellation)) with { Earlier = FactsLookup.Earlier(place.Earlier) };
                var decision = IntakeRules.Decide(known);
                if (decision is IntakeDecision.Finish && attempt == 1)
                {
                    continue;
                }

                if (decision is IntakeDecision.Finish finish)
                {
                    var ticket = finish.Ending == MailEnding.Duplicate ? place.Earlier?.Ticket : null;
                    if (finish.Ending == MailEnding.Duplicate && place.Earlier is { } first)
                    {
                        await ledger.AddCopyAsync(first.Sha256, mail.Sha256, cancellation);
                    }

                    await endings.WriteAsync(mail, finish.Ending, finish.Rule, letter.Because(finish.Reason), ticket, cancellation);
                    return;
                }

                claim = await placement.ClaimAsync(letter, decision, place, cancellation);
            }

            if (claim is not null)
            {
                await taking.TakeAsync(mail, letter, place with { Own = claim }, isFirst: place.Own is null, cancellation);
                return;
            }

            logger.MailJudgedAgain(mail.Sha256);
        }

        throw new InvalidOperationException($"Mail {mail.Sha256} found its Message-ID taken {Tries} times.");
    }
}
