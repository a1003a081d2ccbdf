using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Writes an expression that names the same thing each time it is evaluated as a string: locals, parameters, fields, properties, elements, constants and
/// comparisons of such. Two expressions with the same term are taken for the same thing; that is too much where somebody stores in between, and it errs
/// on the side of silence: paths on which it changes are not walked.
/// </summary>
internal sealed class Terms
{
    /// <summary>Longer paths than this have no term: a walk along a list would add to it with each round.</summary>
    private const int MaxLength = 400;

    private readonly KnownMembers _known;

    public Terms(KnownMembers known) => _known = known;

    public string? Of(IOperation? operation, PairState state) => Spell(operation, state) is { Length: <= MaxLength } term ? term : null;

    /// <summary>What a call returned, and not a member of it.</summary>
    public static bool IsResult(string term) => IsPlain(term) && term[1] == ':';

    /// <summary>A variable, or what a call returned, and not a member of it.</summary>
    public static bool IsPlain(string term) => term[0] == '[' && term.IndexOf(']') == term.Length - 1;

    /// <summary>Whether there is an object, or that there is none.</summary>
    public static bool IsNullTest(string term) => term.EndsWith("==null)", System.StringComparison.Ordinal);

    private string? Spell(IOperation? operation, PairState state)
    {
        switch (operation)
        {
            case null:
                return null;
            case { ConstantValue.HasValue: true }:
                return "=" + (operation.ConstantValue.Value ?? "null");
            case IDefaultValueOperation { Type.IsReferenceType: true }:
                return "=null";
            case IFlowCaptureReferenceOperation capture:
                return state.AliasOf(OfCapture(capture.Id)) ?? OfCapture(capture.Id);
            case ILocalReferenceOperation local:
                return state.AliasOf(OfVariable(local.Local)) ?? OfVariable(local.Local);
            case IParameterReferenceOperation parameter:
                return OfVariable(parameter.Parameter);
            case IInstanceReferenceOperation:
                return "this";
            case IFieldReferenceOperation field:
                return Member(field.Instance, field.Field, state);
            case IPropertyReferenceOperation property:
                string? of = Member(property.Instance, property.Property, state);
                foreach (IArgumentOperation argument in property.Arguments)
                    of = of is not null && Of(argument.Value, state) is { } index ? of + "(" + index + ")" : null;
                return of;
            case IArrayElementReferenceOperation element:
                string? array = Of(element.ArrayReference, state);
                foreach (IOperation index in element.Indices)
                    array = array is not null && Of(index, state) is { } at ? array + "(" + at + ")" : null;
                return array;
            case IConversionOperation { OperatorMethod: null } conversion:
                return Of(conversion.Operand, state);
            case IAwaitOperation wait:
                return Of(wait.Operation, state);
            case IInvocationOperation call:
                return _known.TaskOf(call) is var task && task != call ? Of(task, state) : OfResult(call);
            case IIsNullOperation test:
                return Of(test.Operand, state) is { } tested ? Equal(tested, "=null") : null;
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } test:
                return Of(test.Value, state) is { } value && Of(constant, state) is { } other ? Equal(value, other) : null;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Of(not.Operand, state) is { } denied ? Not(denied) : null;
            case IBinaryOperation { OperatorMethod: null or { ContainingType.SpecialType: not SpecialType.None } } binary:
                return Comparison(binary, state);
            default:
                return null;
        }
    }

    public static string OfCapture(CaptureId id) => "[c" + id.GetHashCode() + "]";

    /// <summary>A local by its place too: two of one name are two.</summary>
    public static string OfVariable(ISymbol symbol) => "[" + symbol.Name + "@" + (symbol.Locations.Length > 0 ? symbol.Locations[0].SourceSpan.Start : 0) + "]";

    /// <summary>What a call returned; each call by itself.</summary>
    public static string OfResult(IOperation call) => "[:" + call.Syntax.SpanStart + ":" + call.Syntax.Span.Length + "]";

    public static string OfField(IFieldSymbol field) => "." + field.ContainingType.Name + "." + field.Name + ";";

    /// <summary>What compares with true is the other side itself, and what compares with false is its opposite.</summary>
    public static string Equal(string a, string b) => (a, b) switch
    {
        ("=True", _) => b,
        (_, "=True") => a,
        ("=False", _) => Not(b),
        (_, "=False") => Not(a),
        _ => string.CompareOrdinal(a, b) < 0 ? "(" + b + "==" + a + ")" : "(" + a + "==" + b + ")",
    };

    private static string Not(string term) => term switch
    {
        "=True" => "=False",
        "=False" => "=True",
        _ => term.StartsWith("!", System.StringComparison.Ordinal) ? term.Substring(1) : "!" + term,
    };

    private string? Member(IOperation? instance, ISymbol member, PairState state)
    {
        string name = "." + member.ContainingType.Name + "." + member.Name + ";";
        return instance is null ? name : Of(instance, state) is { } holder ? holder + name : null;
    }

    private string? Comparison(IBinaryOperation binary, PairState state)
    {
        if (Of(binary.LeftOperand, state) is not { } left || Of(binary.RightOperand, state) is not { } right)
            return null;
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals => Equal(left, right),
            BinaryOperatorKind.NotEquals => Not(Equal(left, right)),
            BinaryOperatorKind.LessThan => "(" + left + "<" + right + ")",
            BinaryOperatorKind.GreaterThan => "(" + right + "<" + left + ")",
            BinaryOperatorKind.GreaterThanOrEqual => "!(" + left + "<" + right + ")",
            BinaryOperatorKind.LessThanOrEqual => "!(" + right + "<" + left + ")",
            _ => null,
        };
    }

    /// <summary>The names that a term begins with: what leads to it, itself included.</summary>
    public static bool LeadsTo(string root, string term) =>
        term == root || (term.StartsWith(root, System.StringComparison.Ordinal) && term.Length > root.Length && term[root.Length] is '.' or '(');

    /// <summary>The last field or property of a term, or null.</summary>
    public static string? LastMember(string term)
    {
        int end = term.LastIndexOf(';');
        return end < 0 ? null : term.Substring(term.LastIndexOf('.', end) + 1, end - term.LastIndexOf('.', end) - 1);
    }
}
