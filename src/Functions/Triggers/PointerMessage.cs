using Azure.Storage.Queues.Models;

namespace Mailroom.Functions.Triggers;

/// <summary>Reads what a queue message points to.</summary>
internal static class PointerMessage
{
    /// <summary>The pointer.</summary>
    /// <exception cref="InvalidDataException">The message is none of ours; the host sets it aside after its last attempt.</exception>
    internal static T Read<T>(QueueMessage message)
        where T : class
    {
        try
        {
            return message.Body.ToObjectFromJson<T>() ?? throw new InvalidDataException($"Queue message {message.MessageId} says nothing.");
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new InvalidDataException($"Queue message {message.MessageId} is no {typeof(T).Name}.", e);
        }
    }
}
