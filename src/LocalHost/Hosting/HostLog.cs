using Microsoft.Extensions.Logging;

namespace Mailroom.LocalHost.Hosting;

/// <summary>What the local host tells while it runs functions.</summary>
internal static partial class HostLog
{
    [LoggerMessage(9001, LogLevel.Debug, "Function {Function} ran in {Milliseconds} ms.")]
    public static partial void Ran(ILogger logger, string function, double milliseconds);

    [LoggerMessage(9002, LogLevel.Warning, "Function {Function} failed on message {Message}, try {Try} of {Tries}: it is tried again.")]
    public static partial void MessageFailed(
        ILogger logger, string function, string message, long @try, int tries, Exception? exception);

    [LoggerMessage(9003, LogLevel.Error, "Message {Message} of {Queue} was moved to {Poison}: {Why}")]
    public static partial void Poisoned(ILogger logger, string message, string queue, string poison, string why, Exception? exception);

    [LoggerMessage(9004, LogLevel.Warning, "Queue {Queue} cannot be read now; looking again.")]
    public static partial void QueueUnreachable(ILogger logger, string queue, Exception exception);

    [LoggerMessage(9005, LogLevel.Warning, "The lock of message {Message} could not be renewed: it may be worked twice.")]
    public static partial void LockLost(ILogger logger, string message, Exception exception);

    [LoggerMessage(9006, LogLevel.Error, "Timer {Function} failed; it runs again at its next time.")]
    public static partial void TimerFailed(ILogger logger, string function, Exception exception);

    [LoggerMessage(9007, LogLevel.Information, "Timer {Function}: another host holds its lease; waiting for it.")]
    public static partial void TimerWaits(ILogger logger, string function);

    [LoggerMessage(9008, LogLevel.Warning, "Timer {Function}: its lease or status cannot be reached now; trying again.")]
    public static partial void TimerUnreachable(ILogger logger, string function, Exception exception);

    [LoggerMessage(9009, LogLevel.Error, "Function {Function} failed on a request.")]
    public static partial void RequestFailed(ILogger logger, string function, Exception exception);

    [LoggerMessage(9010, LogLevel.Information, "Picked up {File}: {Sha256}.")]
    public static partial void PickedUp(ILogger logger, string file, string sha256);

    [LoggerMessage(9011, LogLevel.Warning, "{File} in the pickup folder cannot be taken in now; trying again.")]
    public static partial void PickupFailed(ILogger logger, string file, Exception exception);

    [LoggerMessage(9012, LogLevel.Warning, "{File} was refused: {Why}")]
    public static partial void PickupRefused(ILogger logger, string file, string why);

    [LoggerMessage(9013, LogLevel.Warning, "Message {Message} of {Queue} could not be completed: it comes again.")]
    public static partial void NotCompleted(ILogger logger, string message, string queue, Exception exception);
}
