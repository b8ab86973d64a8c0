using Mailroom.Core.Intake.Mailboxes;
using Microsoft.Extensions.Logging;

namespace Mailroom.Pipeline.Logs;

/// <summary>
/// The catalogue of what the shell says: 1000 intake, 2000 tickets, 3000 mail out, 4000 deadlines, 5000 operations.
/// Ids only: never a body, an address or a secret. The level says who must act: a warning wants a person's eye, an error wants a person.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Mail {Sha256} taken in from {SourceKind}; new: {IsNew}")]
    public static partial void MailAccepted(this ILogger logger, string sha256, string sourceKind, bool isNew);

    [LoggerMessage(1002, LogLevel.Information, "Mail {Sha256} ended before as {Ending}; its pointer is dropped")]
    public static partial void MailEndedBefore(this ILogger logger, string sha256, string ending);

    [LoggerMessage(1003, LogLevel.Information, "Mail {Sha256} ended as {Ending} by {Rule}, ticket {Ticket}")]
    public static partial void MailEnded(this ILogger logger, string sha256, string ending, string rule, string ticket);

    [LoggerMessage(1004, LogLevel.Information, "Mail {Sha256}: another mail took its Message-ID meanwhile; it is judged again")]
    public static partial void MailJudgedAgain(this ILogger logger, string sha256);

    [LoggerMessage(1010, LogLevel.Information, "Mailbox {Mailbox} looked at: {Taken} mails taken, {Waiting} wait")]
    public static partial void MailboxPolled(this ILogger logger, string mailbox, int taken, int waiting);

    [LoggerMessage(1011, LogLevel.Warning, "Mailbox {Mailbox} cannot be read ({Kind}), {Failures} times in a row; next look after {NotBefore}")]
    public static partial void MailboxFailed(
        this ILogger logger, string mailbox, MailboxTroubleKind kind, int failures, DateTimeOffset notBefore);

    [LoggerMessage(1012, LogLevel.Error, "Mailbox {Mailbox} refuses our sign-in, {Failures} times in a row; next look after {NotBefore}")]
    public static partial void MailboxSignInRefused(this ILogger logger, string mailbox, int failures, DateTimeOffset notBefore);

    [LoggerMessage(1013, LogLevel.Warning, "Mailbox {Mailbox} has a new life: UIDVALIDITY was {Before}, is {Now}; all in it is looked at")]
    public static partial void MailboxAnew(this ILogger logger, string mailbox, uint before, uint now);

    [LoggerMessage(1014, LogLevel.Error, "Mailbox {Mailbox} does not give or change mail {Uid}; given up: {IsGivenUp}")]
    public static partial void MailboxMailRefused(this ILogger logger, string mailbox, uint uid, bool isGivenUp);

    [LoggerMessage(1015, LogLevel.Warning, "Mailbox {Mailbox}: mail {Uid} has {Bytes} bytes; only its beginning is taken")]
    public static partial void MailboxMailTooLarge(this ILogger logger, string mailbox, uint uid, long bytes);

    [LoggerMessage(1016, LogLevel.Warning, "Mailbox {Mailbox} is looked at by another run; this one stops")]
    public static partial void MailboxMoved(this ILogger logger, string mailbox);

    [LoggerMessage(1100, LogLevel.Warning, "Mail {Sha256} took longer than {Limit} to be read; only its header is. Reader stuck: {IsStuck}")]
    public static partial void MailTookTooLong(this ILogger logger, string sha256, TimeSpan limit, bool isStuck);

    [LoggerMessage(1120, LogLevel.Error, "The mail server refuses our sign-in; mail out {MailId} of {Partition} waits after attempt {Attempt}, next after {After}")]
    public static partial void SmtpSignInRefused(this ILogger logger, string mailId, string partition, int attempt, TimeSpan after);

    [LoggerMessage(1160, LogLevel.Information, "Mail {Sha256} was taken out of ticket {From} and has ticket {Ticket}")]
    public static partial void JoinUndone(this ILogger logger, string sha256, string from, string ticket);

    [LoggerMessage(1190, LogLevel.Information, "Reader {Reader}: {Notices} notices told in one mail")]
    public static partial void NoticesTold(this ILogger logger, string reader, int notices);

    [LoggerMessage(1191, LogLevel.Error, "Reader {Reader} could not be told what waits for them; the next sweep tries again")]
    public static partial void NoticesFailed(this ILogger logger, Exception exception, string reader);

    [LoggerMessage(2001, LogLevel.Information, "Ticket {Ticket} saved at version {Version} with {Events} events")]
    public static partial void TicketSaved(this ILogger logger, string ticket, int version, int events);

    [LoggerMessage(2002, LogLevel.Information, "Ticket {Ticket} moved meanwhile ({Result}); it is read again")]
    public static partial void TicketMoved(this ILogger logger, string ticket, string result);

    [LoggerMessage(2003, LogLevel.Information, "Ticket {Ticket} belongs to another mail; {Next} is taken for mail {Sha256}")]
    public static partial void NumberTaken(this ILogger logger, string ticket, string next, string sha256);

    [LoggerMessage(2004, LogLevel.Information, "No acknowledgement for mail {Sha256}: {Reason}")]
    public static partial void AcknowledgementWithheld(this ILogger logger, string sha256, string reason);

    [LoggerMessage(2005, LogLevel.Warning, "Mails of ticket {Ticket} came back for good; the address is muted until {Until}")]
    public static partial void AddressMuted(this ILogger logger, string ticket, DateTimeOffset until);

    [LoggerMessage(3001, LogLevel.Information, "Mail out {MailId} ({Kind}) of {Partition} sent, attempt {Attempt}")]
    public static partial void MailSent(this ILogger logger, string mailId, string kind, string partition, int attempt);

    [LoggerMessage(3002, LogLevel.Information, "Mail out {MailId} of {Partition} is {State}; its pointer is dropped")]
    public static partial void MailOutDone(this ILogger logger, string mailId, string partition, string state);

    [LoggerMessage(3003, LogLevel.Warning, "Mail out {MailId} of {Partition} failed at attempt {Attempt} ({Kind}); next attempt after {After}")]
    public static partial void MailOutRetried(this ILogger logger, string mailId, string partition, int attempt, string kind, TimeSpan after);

    [LoggerMessage(3004, LogLevel.Error, "Mail out {MailId} of {Partition} is parked: {Reason}")]
    public static partial void MailOutParked(this ILogger logger, string mailId, string partition, string reason);

    [LoggerMessage(3005, LogLevel.Warning, "Mail out {MailId} is not in {Partition}; its pointer is dropped")]
    public static partial void MailOutMissing(this ILogger logger, string mailId, string partition);

    [LoggerMessage(1140, LogLevel.Information, "Mail out {MailId} of ticket {Ticket} goes out again by a person's word, attempt {Attempt}")]
    public static partial void MailOutResent(this ILogger logger, string mailId, string ticket, int attempt);

    [LoggerMessage(1141, LogLevel.Warning, "Breaker {Breaker} opened: {Mails} automatic mails within {Within}. Acknowledgements are held until a person releases it: mailroom breaker")]
    public static partial void BreakerOpened(this ILogger logger, string breaker, int mails, TimeSpan within);

    [LoggerMessage(1142, LogLevel.Information, "Breaker {Breaker} was released by a person; dropping what it holds: {IsDropping}")]
    public static partial void BreakerReleased(this ILogger logger, string breaker, bool isDropping);

    [LoggerMessage(1143, LogLevel.Information, "Mail out {MailId} of {Partition} is held by breaker {Breaker}")]
    public static partial void MailOutHeld(this ILogger logger, string mailId, string partition, string breaker);

    [LoggerMessage(1210, LogLevel.Information, "Ticket {Ticket} was changed by a person: {Wish}")]
    public static partial void TicketSteered(this ILogger logger, string ticket, string wish);

    [LoggerMessage(1211, LogLevel.Information, "Ticket {Ticket} was rated by its customer: {Rating}")]
    public static partial void TicketRated(this ILogger logger, string ticket, string rating);

    [LoggerMessage(1230, LogLevel.Information, "First answers rolled up: {Tickets} tickets, {Slots} slots that say enough, {Busy} busy teams")]
    public static partial void ResponsesRolledUp(this ILogger logger, int tickets, int slots, int busy);

    [LoggerMessage(1231, LogLevel.Information, "A mail to the customer of ticket {Ticket} that time asks for is withheld: {Reason}")]
    public static partial void CustomerMailWithheld(this ILogger logger, string ticket, string reason);

    [LoggerMessage(1250, LogLevel.Information, "Ticket {Ticket}: a digest's link was used to {Purpose}")]
    public static partial void LinkUsed(this ILogger logger, string ticket, string purpose);

    [LoggerMessage(4001, LogLevel.Information, "Deadlines of ticket {Ticket}: {Rungs} rungs reached")]
    public static partial void RungsReached(this ILogger logger, string ticket, int rungs);

    [LoggerMessage(4002, LogLevel.Warning, "Deadlines of ticket {Ticket} asked for, but there is no such ticket")]
    public static partial void TicketMissing(this ILogger logger, string ticket);

    [LoggerMessage(4003, LogLevel.Error, "The look at ticket {Ticket}, due {At}, failed; the next sweep tries again")]
    public static partial void DueFailed(this ILogger logger, Exception exception, string ticket, DateTimeOffset at);

    [LoggerMessage(4004, LogLevel.Information, "{Count} digests written at {At}, of {Due} that were due")]
    public static partial void DigestsWritten(this ILogger logger, int count, DateTimeOffset at, int due);

    [LoggerMessage(5001, LogLevel.Information, "Sweep: {Due} due rows, {DeadLetters} new dead letters, {Told} mails of waiting notices")]
    public static partial void Swept(this ILogger logger, int due, int deadLetters, int told);

    [LoggerMessage(5002, LogLevel.Error, "A message of queue {Queue} failed too often and waits for a person: {Id}")]
    public static partial void DeadLetter(this ILogger logger, string queue, string id);
}
