using Mailroom.Core.Intake.Mailboxes;
using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Imap;
using Mailroom.Pipeline.Adapters.Tables;
using Mailroom.Pipeline.Logs;
using Mailroom.Pipeline.Settings;
using MailKit.Net.Imap;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Mailroom.Pipeline.Handlers.Steps;

/// <summary>One look into one mailbox: open, take, remember. Its failure is remembered too, and is nobody else's.</summary>
public sealed class MailboxVisits(
    MailboxDoor door, MailboxStore store, AcceptMail accept, IOptions<MailroomSettings> settings, TimeProvider clock, ILogger<MailboxVisits> logger)
{
    // After so many mails the state is written: so many at most are asked for again after a crash.
    private const int Slice = 20;

    /// <summary>Signs in and looks what waits; null when the mailbox rests after a failure, or fails now.</summary>
    public async Task<MailboxVisit?> OpenAsync(MailboxAccount account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await store.FindAsync(account.Name, cancellation);
        if (stored.State.Trouble?.NotBefore > now)
        {
            return null;
        }

        MailboxSession? session = null;
        try
        {
            session = await door.OpenAsync(account, cancellation);
            var state = Opened(account, stored.State, session.Facts, now);
            var found = await session.SearchAsync(MailboxPlan.SearchFrom(state), cancellation);
            return new MailboxVisit(account, session, MailboxPlan.Waiting(state, found), stored with { State = state });
        }
        catch (MailboxException e)
        {
            await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
            await FailAsync(account, stored, e, cancellation);
            return null;
        }
        catch
        {
            await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }
    }

    /// <summary>Takes some of the mails that wait; each is ours before the mailbox is changed.</summary>
    public async Task TakeAsync(MailboxVisit visit, int share, CancellationToken patience, CancellationToken cancellation)
    {
        await using var session = visit.Session;
        var (account, stored, taken) = (visit.Account, visit.Stored, 0);
        try
        {
            foreach (var slice in visit.Waiting.Take(share).Chunk(Slice).TakeWhile(_ => !patience.IsCancellationRequested))
            {
                var sizes = await session.SizesAsync(slice, cancellation);
                foreach (var uid in slice)
                {
                    stored = stored with { State = await TakeAsync(account, session, stored.State, (uid, sizes.GetValueOrDefault(uid)), cancellation) };
                    taken++;
                }

                if (await store.SaveAsync(account.Name, stored, cancellation) is not { } saved)
                {
                    logger.MailboxMoved(account.Name);
                    return;
                }

                stored = saved;
            }

            var waiting = visit.Waiting.Count - taken;
            var done = stored.State with { LookedAt = clock.GetUtcNow(), Waiting = waiting, Trouble = null };
            await store.SaveAsync(account.Name, stored with { State = done }, cancellation);
            logger.MailboxPolled(account.Name, taken, waiting);
        }
        catch (MailboxException e)
        {
            await FailAsync(account, stored, e, cancellation);
        }
    }

    private MailboxState Opened(MailboxAccount account, MailboxState state, FolderFacts facts, DateTimeOffset now)
    {
        var policy = new MailboxPolicy(account.After == AfterTaking.Move, account.StartsWithNew);
        switch (MailboxPlan.Open(state, facts, policy, now))
        {
            case MailboxOpening.Ready ready:
                if (ready.IsAnew)
                {
                    logger.MailboxAnew(account.Name, state.UidValidity, facts.UidValidity);
                }

                return ready.State;
            case MailboxOpening.Refused refused:
                throw new MailboxException(MailboxTroubleKind.Refused, refused.Reason, null);
            case var other:
                throw new InvalidOperationException($"No row says what {other} means.");
        }
    }

    private async Task<MailboxState> TakeAsync(
        MailboxAccount account, MailboxSession session, MailboxState state, (uint Uid, MailSize? Size) mail, CancellationToken cancellation)
    {
        // Gone since the search, or from before the first look.
        if (mail.Size is null || MailboxPlan.IsFromBefore(state, mail.Uid, mail.Size.ArrivedAt))
        {
            return MailboxPlan.Took(state, mail.Uid);
        }

        try
        {
            if (await session.FetchAsync(mail.Uid, mail.Size.Bytes, settings.Value.MaxMailBytes, cancellation) is { } fetched)
            {
                await using var raw = fetched.Raw;
                if (fetched.WholeBytes is { } whole)
                {
                    logger.MailboxMailTooLarge(account.Name, mail.Uid, whole);
                }

                var by = new MailDelivered($"imap:{account.Name}:{state.UidValidity}:{mail.Uid}", MailEnvelope.Unknown) { WholeBytes = fetched.WholeBytes };
                await accept.HandleAsync(raw, by, cancellation);
                await session.ChangeAsync(mail.Uid, cancellation);
            }

            return MailboxPlan.Took(state, mail.Uid);
        }
        catch (MailboxException e) when (e.InnerException is ImapCommandException)
        {
            // The server refuses this one mail; the others need not wait for it.
            var failed = MailboxPlan.Failed(state, mail.Uid);
            logger.MailboxMailRefused(account.Name, mail.Uid, MailboxPlan.IsGivenUp(failed, mail.Uid));
            return failed;
        }
    }

    private async Task FailAsync(MailboxAccount account, StoredMailbox stored, MailboxException failure, CancellationToken cancellation)
    {
        var trouble = MailboxBackOff.After(stored.State.Trouble, failure.Kind, failure.Message, clock.GetUtcNow());
        await store.SaveAsync(account.Name, stored with { State = stored.State with { Trouble = trouble } }, cancellation);
        if (failure.Kind == MailboxTroubleKind.SignIn)
        {
            logger.MailboxSignInRefused(account.Name, trouble.Failures, trouble.NotBefore);
        }
        else
        {
            logger.MailboxFailed(account.Name, failure.Kind, trouble.Failures, trouble.NotBefore);
        }
    }
}

/// <summary>A mailbox that is open, and what waits in it.</summary>
/// <param name="Account">The mailbox.</param>
/// <param name="Session">The open folder.</param>
/// <param name="Waiting">The numbers of the mails to take.</param>
/// <param name="Stored">What is known of it.</param>
public sealed record MailboxVisit(MailboxAccount Account, MailboxSession Session, IReadOnlyList<uint> Waiting, StoredMailbox Stored);
