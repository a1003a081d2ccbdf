using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>Which expressions are places that threads may share.</summary>
internal sealed partial class ProgramRewriter
{
    /// <summary>The place that an expression names; null when it is a value, or one thread's own. Calling it evaluates the owner, so it is called once.</summary>
    private Place? PlaceOf(ExpressionSyntax node) => node switch
    {
        ParenthesizedExpressionSyntax inner => PlaceOf(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner => PlaceOf(inner.Operand),
        RefExpressionSyntax inner => PlaceOf(inner.Expression),
        IdentifierNameSyntax name => PlaceOfName(name),
        MemberAccessExpressionSyntax access => PlaceOfMember(access),
        MemberBindingExpressionSyntax binding => PlaceOfBinding(binding),
        ElementAccessExpressionSyntax access => PlaceOfElement(access),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } pointer => Unmanaged(pointer, $"*{Operand(pointer.Operand)}"),
        ConditionalExpressionSyntax { WhenTrue: RefExpressionSyntax } conditional => Kept(conditional, LocOf(conditional)),
        InvocationExpressionSyntax invocation => PlaceOfInvocation(invocation),
        _ => null,
    };

    /// <summary>What a ref to an expression becomes.</summary>
    private string LocOf(ExpressionSyntax node)
    {
        switch (node)
        {
            case RefExpressionSyntax inner:
                return LocOf(inner.Expression);
            case ParenthesizedExpressionSyntax inner:
                return LocOf(inner.Expression);
            case ConditionalExpressionSyntax conditional:
                return $"({Text(conditional.Condition)} ? {LocOf(conditional.WhenTrue)} : {LocOf(conditional.WhenFalse)})";
            case IdentifierNameSyntax name when IsLoc(SymbolOf(name)):
                return name.Identifier.Text;
            case InvocationExpressionSyntax invocation when SymbolOf(invocation) is IMethodSymbol { RefKind: not RefKind.None } method && IsInSource(method):
                return RewrittenCall(invocation, method);
        }

        return PlaceOf(node) is { } place ? place.Loc() : $"{Names.Memory}.Ref(null, ref {Text(node)})";
    }

    /// <summary>Whether a variable holds a reference with its owner.</summary>
    private static bool IsLoc(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.IsRef,
        IParameterSymbol parameter => parameter.RefKind == RefKind.Ref && !parameter.IsThis,
        _ => false,
    };

    private Place? PlaceOfName(IdentifierNameSyntax name)
    {
        var symbol = SymbolOf(name);
        if (IsLoc(symbol))
        {
            return new Place($"{name.Identifier.Text}.Owner", $"{name.Identifier.Text}.Value", Site(name, null), PlaceKind.Plain, TypeText(TypeOf(name)!), null);
        }

        return symbol switch
        {
            IFieldSymbol field => PlaceOfField(name, field, receiver: null),
            IEventSymbol { IsStatic: false } handlers when IsInSource(handlers) && IsFieldLike(handlers) && !IsScenario(handlers.ContainingType) => new Place(
                "this",
                $"this.{Names.PropertyField}{handlers.Name}",
                _sites.Add(name, $"{handlers.ContainingType.Name}.{handlers.Name}"),
                PlaceKind.Plain,
                TypeText(handlers.Type),
                null),
            _ => null,
        };
    }

    private static bool IsFieldLike(IEventSymbol handlers) => handlers.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is VariableDeclaratorSyntax);

    private Place? PlaceOfMember(MemberAccessExpressionSyntax access)
    {
        if (access.IsKind(SyntaxKind.PointerMemberAccessExpression))
        {
            return SymbolOf(access) is IFieldSymbol pointed ? Unmanaged(access, $"{Operand(access.Expression)}->{pointed.Name}") : null;
        }

        return SymbolOf(access) is IFieldSymbol field ? PlaceOfField(access, field, access.Expression) : null;
    }

    private Place? PlaceOfBinding(MemberBindingExpressionSyntax binding)
    {
        if (SymbolOf(binding) is not IFieldSymbol { IsConst: false } field || !IsInSource(field) || IsScenario(field.ContainingType)) return null;

        var receiver = _conditionalReceivers.Peek();
        return PlaceIn(receiver, receiver, binding, field);
    }

    private Place? PlaceOfField(ExpressionSyntax node, IFieldSymbol field, ExpressionSyntax? receiver)
    {
        if (field.IsConst || field.ContainingType.TypeKind == TypeKind.Enum) return null;

        if (field.ContainingType.IsValueType && !field.IsStatic)
        {
            // Part of whatever the struct is in; a copy, and the struct that a method of its own runs on, is one thread's own.
            return receiver is null or ThisExpressionSyntax || PlaceOf(receiver) is not { } outer
                ? null
                : outer with
                {
                    Storage = $"{outer.Storage}.{field.Name}",
                    Site = Site(node, field),
                    Kind = field.IsVolatile ? PlaceKind.Volatile : outer.Kind == PlaceKind.Fixed ? PlaceKind.Fixed : PlaceKind.Plain,
                    Type = StoredType(field.Type),
                    PointerType = PointerType(field.Type),
                };
        }

        if (!IsInSource(field)) return null;

        if (IsScenario(field.ContainingType))
        {
            return field.IsStatic ? throw SiteTable.Refuse("a static field in a scenario", node) : null;
        }

        if (field.IsStatic)
        {
            if (field.GetAttributes().Any(a => a.AttributeClass?.Name is "ThreadStaticAttribute"))
            {
                throw SiteTable.Refuse("a thread-static field", node);
            }

            var holder = Variable("o");
            return PlaceIn($"{Names.Memory}.Own(out var {holder}, {Names.StaticsOf}.Of<{TypeText(field.ContainingType)}.{Names.Statics}>())", holder, node, field);
        }

        if (receiver is null or ThisExpressionSyntax or BaseExpressionSyntax)
        {
            return PlaceIn("this", "this", node, field);
        }

        var owner = Text(receiver);
        if (IsPlainVariable(receiver)) return PlaceIn(owner, owner, node, field);

        var variable = Variable("o");
        return PlaceIn($"{Names.Memory}.Own(out var {variable}, {owner})", variable, node, field);
    }

    private Place? PlaceOfElement(ElementAccessExpressionSyntax access)
    {
        switch (TypeOf(access.Expression))
        {
            case IPointerTypeSymbol:
                return Unmanaged(access, $"{Operand(access.Expression)}[{Indexes(access.ArgumentList)}]");
            case IArrayTypeSymbol array:
                if (array.ElementType is IPointerTypeSymbol or IFunctionPointerTypeSymbol) throw SiteTable.Refuse("an array of pointers", access);
                if (access.ArgumentList.Arguments.Any(a => TypeOf(a.Expression)?.Name is "Range")) return null;

                var variable = Variable("o");
                return new Place(
                    $"{Names.Memory}.Own(out var {variable}, {Text(access.Expression)})",
                    $"{variable}[{Indexes(access.ArgumentList)}]",
                    Site(access, ElementName(access)),
                    PlaceKind.Plain,
                    TypeText(array.ElementType),
                    null);
            default:
                return SymbolOf(access) is IPropertySymbol { RefKind: not RefKind.None } property && IsInSource(property)
                    ? Kept(access, $"{Operand(access.Expression)}[{Indexes(access.ArgumentList)}]")
                    : null;
        }
    }

    private Place? PlaceOfInvocation(InvocationExpressionSyntax invocation)
    {
        if (SymbolOf(invocation) is not IMethodSymbol method) return null;

        if (method.RefKind != RefKind.None && IsInSource(method))
        {
            return Kept(invocation, RewrittenCall(invocation, method), ReturnedName(method));
        }

        // Another look at the same memory.
        if (method.ContainingType?.Name == "Unsafe" && method.RefKind != RefKind.None && method.ContainingNamespace.Name == "CompilerServices")
        {
            var arguments = invocation.ArgumentList.Arguments;
            if (arguments[0].RefKindKeyword.IsKind(SyntaxKind.RefKeyword))
            {
                if (PlaceOf(arguments[0].Expression) is not { } inner) return null;

                var rest = string.Concat(arguments.Skip(1).Select(a => ", " + Text(a.Expression)));
                return inner with
                {
                    Storage = $"{invocation.Expression}(ref {inner.Storage}{rest})",
                    Site = Site(invocation, null),
                    Kind = PlaceKind.Plain,
                    Type = TypeText(method.ReturnType),
                };
            }

            if (method.Parameters[0].Type is IPointerTypeSymbol)
            {
                return Unmanaged(invocation, $"{invocation.Expression}({Text(arguments[0].Expression)})");
            }
        }

        return null;
    }

    private Place Unmanaged(ExpressionSyntax node, string storage)
    {
        if (TypeOf(node) is IPointerTypeSymbol) throw SiteTable.Refuse("a pointer in unmanaged memory", node);

        var field = node is ElementAccessExpressionSyntax element ? ElementName(element) : SymbolOf(node) as IFieldSymbol;
        var kind = field is { IsVolatile: true } ? PlaceKind.Volatile : PlaceKind.Plain;
        return new Place($"{Names.Memory}.Unmanaged", storage, Site(node, field), kind, TypeText(TypeOf(node)!), null);
    }

    /// <summary>The place that a reference leads to which is the result of an expression.</summary>
    private Place Kept(ExpressionSyntax node, string loc, IFieldSymbol? field = null)
    {
        var variable = Variable("r");
        var type = TypeText(TypeOf(node)!);
        return new Place($"{Names.Memory}.OwnerOf(out var {variable}, {loc})", $"{variable}.Value", Site(node, field), PlaceKind.Plain, type, null);
    }

    /// <summary>The field that leads to the element which a method of this file returns a reference to.</summary>
    private IFieldSymbol? ReturnedName(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == _model.SyntaxTree
            ? declaration.GetSyntax().DescendantNodes().OfType<RefExpressionSyntax>()
                .Where(r => r.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax)
                .Select(r => r.Expression is ElementAccessExpressionSyntax element ? ElementName(element) : null)
                .FirstOrDefault(field => field is not null)
            : null;

    /// <summary>The place of a field in an object that an expression has been evaluated to.</summary>
    private Place PlaceIn(string owner, string instance, ExpressionSyntax node, IFieldSymbol field) =>
        new(owner, $"{instance}.{field.Name}", Site(node, field), KindOf(field), StoredType(field.Type), PointerType(field.Type));

    /// <summary>A variable of one thread, that is the same wherever it is looked at in an expression.</summary>
    private bool IsPlainVariable(ExpressionSyntax node) =>
        node is IdentifierNameSyntax && SymbolOf(node) is ILocalSymbol { IsRef: false } or IParameterSymbol { RefKind: RefKind.None } && !_delayed.Contains(SymbolOf(node)!);

    private int Site(SyntaxNode node, IFieldSymbol? field) => _sites.Add(node, field is null ? null : $"{field.ContainingType.Name}.{field.Name}");

    /// <summary>The field that leads to the array, or unmanaged memory, that an element is in; also through a local variable that is the field's value.</summary>
    private IFieldSymbol? ElementName(ElementAccessExpressionSyntax access) => SymbolOf(access.Expression) switch
    {
        IFieldSymbol field => field,
        ILocalSymbol { DeclaringSyntaxReferences: [var declaration] } when declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } =>
            SymbolOf(value) as IFieldSymbol,
        _ => null,
    };

    private string Indexes(BracketedArgumentListSyntax list) => string.Join(", ", list.Arguments.Select(a => Text(a.Expression)));

    private static PlaceKind KindOf(IFieldSymbol field) => field.IsVolatile ? PlaceKind.Volatile : field.IsReadOnly ? PlaceKind.Fixed : PlaceKind.Plain;

    private static string StoredType(ITypeSymbol type) => type is IPointerTypeSymbol ? "nint" : TypeText(type);

    private static string? PointerType(ITypeSymbol type) => type is IPointerTypeSymbol ? TypeText(type) : null;
}
