using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>Fields, properties, events, constructors and signatures.</summary>
internal sealed partial class ProgramRewriter
{
    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) =>
        WithStatics(node, (TypeDeclarationSyntax)base.VisitClassDeclaration(node)!);

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) =>
        WithStatics(node, (TypeDeclarationSyntax)base.VisitStructDeclaration(node)!);

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) =>
        WithStatics(node, (TypeDeclarationSyntax)base.VisitRecordDeclaration(node)!);

    // Finalizers never run here.
    public override SyntaxNode? VisitDestructorDeclaration(DestructorDeclarationSyntax node) => null;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        var first = (IFieldSymbol)_model.GetDeclaredSymbol(node.Declaration.Variables[0])!;
        if (first.IsConst) return node;
        if (first.IsFixedSizeBuffer || first.Type is IFunctionPointerTypeSymbol) throw SiteTable.Refuse("a fixed buffer or function pointer", node);

        // To the type that holds the static fields of an execution: see WithStatics.
        if (first.IsStatic) return null;

        FieldDeclarationSyntax visited;
        try
        {
            visited = (FieldDeclarationSyntax)base.VisitFieldDeclaration(node)!;
        }
        catch (UnsupportedConstructException refusal) when (node.Declaration.Variables.Count == 1)
        {
            // An object that is not modelled is not there; calling it is refused anyway.
            Refused(refusal);
            visited = node.WithDeclaration(node.Declaration.WithVariables([node.Declaration.Variables[0].WithInitializer(null)]));
        }

        var alsoWithout = first.ContainingType.IsValueType ? SyntaxKind.None : SyntaxKind.ReadOnlyKeyword;
        visited = visited.WithModifiers(Without(visited.Modifiers, SyntaxKind.VolatileKeyword, alsoWithout));
        return first.Type is IPointerTypeSymbol && !first.ContainingType.IsValueType
            ? visited.WithDeclaration(visited.Declaration
                .WithType(SyntaxFactory.ParseTypeName("nint "))
                .WithVariables([.. visited.Declaration.Variables.Select(WithNumber)]))
            : visited;

        VariableDeclaratorSyntax WithNumber(VariableDeclaratorSyntax variable) => variable.Initializer is { Value: { } value }
            ? variable.WithInitializer(variable.Initializer.WithValue(Expression($"(nint)({value.WithoutTrivia().ToFullString()})", value)))
            : variable;
    }

    public override SyntaxNode? VisitEventFieldDeclaration(EventFieldDeclarationSyntax node)
    {
        var symbol = (IEventSymbol)_model.GetDeclaredSymbol(node.Declaration.Variables[0])!;
        if (IsScenario(symbol.ContainingType) || symbol.IsAbstract || symbol.ContainingType.TypeKind == TypeKind.Interface) return node;
        if (symbol.IsStatic || node.Declaration.Variables.Count != 1) throw SiteTable.Refuse("this form of event", node);

        // What the compiler makes of it: a field that is changed by compare-exchange.
        var field = Names.PropertyField + symbol.Name;
        var type = TypeText(symbol.Type);
        var site = _sites.Add(node, $"{symbol.ContainingType.Name}.{symbol.Name}");
        _sites.Rename(site, symbol.Name);
        _properties.Add((node.Parent!, false, $"{type} {field}", null));
        return Member(
            $"{node.Modifiers} event {type} {symbol.Name} {{ add {{ {Names.Memory}.AddHandler<{type}>({site}, this, ref this.{field}, value); }} "
            + $"remove {{ {Names.Memory}.RemoveHandler<{type}>({site}, this, ref this.{field}, value); }} }}\n").WithLeadingTrivia(node.GetLeadingTrivia());
    }

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        var symbol = _model.GetDeclaredSymbol(node)!;
        if (symbol.RefKind == RefKind.Ref)
        {
            var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
            return visited.WithType(LocType(symbol.Type, node.Type));
        }

        if (node.AccessorList is not { } accessors || accessors.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null)
            || symbol.IsAbstract || symbol.IsExtern || symbol.ContainingType.TypeKind == TypeKind.Interface
            || (!symbol.IsStatic && (symbol.ContainingType.IsValueType || IsScenario(symbol.ContainingType))))
        {
            try
            {
                return base.VisitPropertyDeclaration(node);
            }
            catch (UnsupportedConstructException refusal) when (node.ExpressionBody is not null)
            {
                var getter = SyntaxFactory.AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, Refused(refusal));
                return node.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(SyntaxFactory.AccessorList([getter]));
            }
        }

        // An automatic property: its field is shared memory.
        var hasSetter = accessors.Accessors.Any(a => a.Keyword.Kind() is SyntaxKind.SetKeyword or SyntaxKind.InitKeyword);
        var kind = hasSetter && accessors.Accessors.All(a => !a.Keyword.IsKind(SyntaxKind.InitKeyword)) ? PlaceKind.Plain : PlaceKind.Fixed;
        var field = Names.PropertyField + symbol.Name;
        var site = _sites.Add(node.FirstAncestorOrSelf<PropertyDeclarationSyntax>()!, $"{symbol.ContainingType.Name}.{symbol.Name}");
        _sites.Rename(site, symbol.Name);
        var place = symbol.IsStatic
            ? new Place($"{Names.Memory}.Own(out var __s, {Names.StaticsOf}.Of<{Names.Statics}>())", $"__s.{field}", site, kind, TypeText(symbol.Type), null)
            : new Place("this", $"this.{field}", site, kind, TypeText(symbol.Type), null);
        var setter = accessors.Accessors.FirstOrDefault(a => a.Keyword.Kind() is SyntaxKind.SetKeyword or SyntaxKind.InitKeyword);
        var read = accessors.Accessors.First(a => a.Keyword.IsKind(SyntaxKind.GetKeyword));
        var setterText = setter is not null
            ? $"{setter.Modifiers} {setter.Keyword.Text} {{ {place.Store("value")}; }}"
            : symbol.DeclaredAccessibility == Accessibility.Private || symbol.ExplicitInterfaceImplementations.Length != 0 || symbol.IsOverride
                ? $"set {{ {place.Store("value")}; }}"
                : $"private set {{ {place.Store("value")}; }}";
        if (setter is null && symbol.ExplicitInterfaceImplementations.Length != 0) setterText = "";

        var modifiers = node.Modifiers.ToString().Replace("required", "", System.StringComparison.Ordinal);
        var property = $"{modifiers} {node.Type.WithoutTrivia()} {node.ExplicitInterfaceSpecifier}{node.Identifier.Text} "
            + $"{{ {read.Modifiers} get {{ return {place.Load()}; }} {setterText} }}\n";
        _properties.Add((node.Parent!, symbol.IsStatic, $"{node.Type.WithoutTrivia()} {field}", node.Initializer is null ? null : Text(node.Initializer.Value)));
        return Member(property).WithLeadingTrivia(node.GetLeadingTrivia());
    }

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        var symbol = _model.GetDeclaredSymbol(node)!;
        if (symbol.IsStatic) return null;

        ConstructorDeclarationSyntax visited;
        try
        {
            visited = (ConstructorDeclarationSyntax)base.VisitConstructorDeclaration(node)!;
        }
        catch (UnsupportedConstructException refusal)
        {
            return node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Refused(refusal));
        }

        if (symbol.ContainingType.IsValueType || node.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer)) return visited;

        // The initializers have run: what they stored belongs to the creation.
        var created = SyntaxFactory.ParseStatement($"{Names.Memory}.New(this);\n");
        var body = visited.Body ?? SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(visited.ExpressionBody!.Expression));
        return visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body.WithStatements(body.Statements.Insert(0, created)));
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var symbol = _model.GetDeclaredSymbol(node)!;
        MethodDeclarationSyntax visited;
        try
        {
            if (symbol.IsAsync) throw SiteTable.Refuse("an asynchronous method", node);

            visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
            if (node.ExpressionBody?.Expression is ConditionalAccessExpressionSyntax conditional && symbol.ReturnsVoid && !conditional.Expression.IsMissing)
            {
                visited = visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(SyntaxFactory.Block(ConditionalStatement(conditional)));
            }
        }
        catch (UnsupportedConstructException refusal)
        {
            visited = node
                .WithAttributeLists(default)
                .WithParameterList((ParameterListSyntax)Visit(node.ParameterList)!)
                .WithModifiers(Without(node.Modifiers, SyntaxKind.AsyncKeyword, SyntaxKind.None))
                .WithExpressionBody(null)
                .WithSemicolonToken(default)
                .WithBody(Refused(refusal));
        }

        return symbol.RefKind == RefKind.Ref ? visited.WithReturnType(LocType(symbol.ReturnType, node.ReturnType)) : visited;
    }

    public override SyntaxNode? VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        try
        {
            return base.VisitAccessorDeclaration(node);
        }
        catch (UnsupportedConstructException refusal)
        {
            return node.WithExpressionBody(null).WithSemicolonToken(default).WithBody(Refused(refusal));
        }
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return _model.GetDeclaredSymbol(node) is IMethodSymbol { RefKind: RefKind.Ref } symbol
            ? visited.WithReturnType(LocType(symbol.ReturnType, node.ReturnType))
            : visited;
    }

    public override SyntaxNode? VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        var visited = (IndexerDeclarationSyntax)base.VisitIndexerDeclaration(node)!;
        return _model.GetDeclaredSymbol(node) is { RefKind: RefKind.Ref } symbol ? visited.WithType(LocType(symbol.Type, node.Type)) : visited;
    }

    public override SyntaxNode? VisitParameter(ParameterSyntax node)
    {
        var visited = (ParameterSyntax)base.VisitParameter(node)!;
        if (!node.Modifiers.Any(SyntaxKind.RefKeyword) || node.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) || node.Type is null
            || _model.GetDeclaredSymbol(node) is not { } symbol || symbol.ContainingType is { IsRefLikeType: true })
        {
            return visited;
        }

        return visited.WithModifiers(Without(visited.Modifiers, SyntaxKind.RefKeyword, SyntaxKind.ScopedKeyword)).WithType(LocType(symbol.Type, node.Type));
    }

    public override SyntaxNode? VisitSubpattern(SubpatternSyntax node) =>
        node.NameColon is { } name && SymbolOf(name.Name) is IFieldSymbol field && IsInSource(field) && !field.ContainingType.IsValueType
            ? throw SiteTable.Refuse("a pattern that looks at a field", node)
            : base.VisitSubpattern(node);

    /// <summary>What cannot be modelled matters to the scenarios that come to it, and to no others.</summary>
    private BlockSyntax Refused(UnsupportedConstructException refusal)
    {
        _refusals.Add(refusal);
        _conditionalReceivers.Clear();
        var arguments = $"{Literal(refusal.Construct)}, {Literal(refusal.File)}, {refusal.Line}, {Literal(refusal.Text)}";
        return (BlockSyntax)SyntaxFactory.ParseStatement($"{{ throw new global::AioBarrierAnalyzers.Explorer.UnsupportedConstructException({arguments}); }}");
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static TypeSyntax LocType(ITypeSymbol type, TypeSyntax original) =>
        SyntaxFactory.ParseTypeName($"{Names.Loc}<{TypeText(type)}>").WithLeadingTrivia(original.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);

    private static SyntaxTokenList Without(SyntaxTokenList modifiers, SyntaxKind first, SyntaxKind second) =>
        SyntaxFactory.TokenList(modifiers.Where(m => !m.IsKind(first) && !m.IsKind(second)));

    // The fields behind automatic properties, until the type that they are in is left.
    private readonly List<(SyntaxNode Type, bool IsStatic, string Declaration, string? Value)> _properties = [];

    /// <summary>Adds the fields of automatic properties, and moves static fields into a class of which each execution has an instance.</summary>
    private TypeDeclarationSyntax WithStatics(TypeDeclarationSyntax original, TypeDeclarationSyntax visited)
    {
        var members = new List<MemberDeclarationSyntax>();
        var fields = new List<string>();
        var initializers = new List<string>();
        var isPrivate = true;
        foreach (var member in original.Members)
        {
            switch (member)
            {
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    isPrivate &= !field.Modifiers.Any(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword);
                    foreach (var variable in field.Declaration.Variables)
                    {
                        var symbol = (IFieldSymbol)_model.GetDeclaredSymbol(variable)!;
                        var type = symbol.Type is IPointerTypeSymbol ? "nint" : field.Declaration.Type.WithoutTrivia().ToString();
                        fields.Add($"internal {type} {variable.Identifier.Text};");
                        if (variable.Initializer is { } initializer)
                        {
                            initializers.Add($"this.{variable.Identifier.Text} = {InitialValue(initializer.Value, symbol.Type)};");
                        }
                    }

                    break;
                case ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword):
                    initializers.Add(constructor.Body is { } body ? Visit(body)!.ToFullString() : Text(constructor.ExpressionBody!.Expression) + ";");
                    break;
            }
        }

        foreach (var (_, isStatic, declaration, value) in _properties.Where(p => p.Type == original))
        {
            if (isStatic)
            {
                isPrivate = false;
                fields.Add($"internal {declaration};");
                if (value is not null) initializers.Add($"this.{declaration[(declaration.LastIndexOf(' ') + 1)..]} = {value};");
            }
            else
            {
                members.Add(Member($"internal {declaration}{(value is null ? "" : " = " + value)};\n"));
            }
        }

        _properties.RemoveAll(p => p.Type == original);
        if (fields.Count != 0 || initializers.Count != 0)
        {
            var access = isPrivate ? "private" : "internal";
            var body = $"{string.Join(" ", fields)} public void Initialize() {{ {string.Join("\n", initializers)} }}";
            members.Add(Member($"{access} sealed class {Names.Statics} : {Names.Runtime}IStatics {{ {body} }}\n"));
        }

        return members.Count == 0 ? visited : visited.AddMembers([.. members]).WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken)).WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
    }

    private string InitialValue(ExpressionSyntax value, ITypeSymbol type) =>
        value is InitializerExpressionSyntax ? $"new {TypeText(type)} {Visit(value)!.WithoutTrivia().ToFullString()}" : Text(value);
}
