using System.Reflection;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Mailroom.LocalHost.Hosting.Functions;

/// <summary>Fills a function's parameters from what started it.</summary>
internal static class ArgumentBinder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Whether a parameter can be filled at all.</summary>
    public static bool CanBind(FunctionTrigger trigger, ParameterInfo parameter) =>
        parameter.ParameterType == typeof(CancellationToken)
        || (IsTrigger(parameter)
            ? trigger switch
            {
                FunctionTrigger.Queue => true,
                FunctionTrigger.Timer => parameter.ParameterType == typeof(TimerInfo),
                FunctionTrigger.Http => parameter.ParameterType == typeof(HttpRequest),
                _ => throw new ArgumentOutOfRangeException(nameof(trigger)),
            }
            : trigger is FunctionTrigger.Http && parameter.ParameterType == typeof(string));

    /// <summary>The arguments of one run.</summary>
    /// <param name="method">The function.</param>
    /// <param name="input">A <see cref="QueueMessage"/>, a <see cref="TimerInfo"/> or an <see cref="HttpRequest"/>.</param>
    /// <param name="cancellation">Cancelled when the host can wait no longer.</param>
    public static object?[] Arguments(MethodInfo method, object input, CancellationToken cancellation) =>
        [.. method.GetParameters().Select(p => Argument(p, input, cancellation))];

    private static bool IsTrigger(ParameterInfo parameter) => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null;

    private static object? Argument(ParameterInfo parameter, object input, CancellationToken cancellation) =>
        parameter.ParameterType == typeof(CancellationToken)
            ? cancellation
            : input switch
            {
                QueueMessage message => FromMessage(parameter.ParameterType, message),
                HttpRequest request when !IsTrigger(parameter) => request.RouteValues[parameter.Name!]?.ToString(),
                _ => input,
            };

    private static object? FromMessage(Type type, QueueMessage message) =>
        type == typeof(QueueMessage) ? message
        : type == typeof(BinaryData) ? message.Body
        : type == typeof(string) ? message.Body.ToString()
        : JsonSerializer.Deserialize(message.Body.ToMemory().Span, type, Json);
}
