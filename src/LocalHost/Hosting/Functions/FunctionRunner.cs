using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Mailroom.LocalHost.Hosting.Functions;

/// <summary>Runs a function once: a scope, an instance of its class, the method, and all of it cleaned up.</summary>
internal sealed class FunctionRunner(IServiceScopeFactory scopes)
{
    /// <summary>Runs a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">What started it.</param>
    /// <param name="useResult">What to do with its result while its scope is alive; null to drop it.</param>
    /// <param name="cancellation">Cancelled when the host can wait no longer.</param>
    public async Task RunAsync(
        FunctionMethod function, object input, Func<object?, Task>? useResult, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var type = function.Method.DeclaringType!;
        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, type);
        try
        {
            var result = await ResultOfAsync(function.Method, function.Method.Invoke(
                instance,
                BindingFlags.DoNotWrapExceptions,
                null,
                ArgumentBinder.Arguments(function.Method, input, cancellation),
                null));
            await (useResult?.Invoke(result) ?? Task.CompletedTask);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private static async Task<object?> ResultOfAsync(MethodInfo method, object? returned)
    {
        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return method.ReturnType.IsGenericType ? method.ReturnType.GetProperty("Result")!.GetValue(task) : null;
    }

    private static async ValueTask DisposeAsync(object? instance)
    {
        if (instance is IAsyncDisposable asyncDisposable)
        {
            await asyncDisposable.DisposeAsync();
        }
        else
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
