using Mailroom.LocalHost.Hosting.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mailroom.LocalHost.Hosting.Http;

/// <summary>
/// Serves the HTTP functions by the real host's kind of routing: templates one after the other, not the most specific first,
/// and a path or method that no template takes is 404.
/// </summary>
internal sealed class HttpFunctions(FunctionRunner runner, FunctionKey key, ILogger<HttpFunctions> logger)
{
    /// <summary>Adds the routes of all HTTP functions, in the order of their names.</summary>
    public void Map(IApplicationBuilder app, IEnumerable<FunctionMethod> functions, string prefix)
    {
        var routes = new RouteBuilder(app);
        var resolver = app.ApplicationServices.GetRequiredService<IInlineConstraintResolver>();
        foreach (var function in functions.Where(f => f.Trigger is FunctionTrigger.Http))
        {
            var trigger = (FunctionTrigger.Http)function.Trigger;
            var constraints = new RouteValueDictionary();
            if (trigger.Methods.Count > 0)
            {
                constraints.Add("httpMethod", new HttpMethodRouteConstraint([.. trigger.Methods]));
            }

            routes.Routes.Add(new Route(
                new RouteHandler(context => RunAsync(context, function, trigger.Level)),
                function.Name,
                string.Join('/', new[] { prefix.Trim('/'), trigger.Route.Trim('/') }.Where(p => p.Length > 0)),
                [],
                constraints!,
                [],
                resolver));
        }

        app.UseRouter(routes.Build());
    }

    private static async Task AnswerAsync(HttpContext context, object? result)
    {
        switch (result)
        {
            case IActionResult action:
                await action.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
                break;
            case IResult answer:
                await answer.ExecuteAsync(context);
                break;
            case string text:
                await context.Response.WriteAsync(text, context.RequestAborted);
                break;
            case null:
                break;
            default:
                await context.Response.WriteAsJsonAsync(result, result.GetType(), context.RequestAborted);
                break;
        }
    }

    private async Task RunAsync(HttpContext context, FunctionMethod function, AuthorizationLevel level)
    {
        if (level != AuthorizationLevel.Anonymous && !key.IsShownBy(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            await runner.RunAsync(function, context.Request, result => AnswerAsync(context, result), context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away.
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = exception.StatusCode;
        }
#pragma warning disable CA1031 // Whatever a function throws is its failure, not the host's: the caller gets a 500.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            HostLog.RequestFailed(logger, function.Name, exception);
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }
}
